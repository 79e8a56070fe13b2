package io.quorate.runner.real;

import io.quorate.nemesis.schedule.Schedules;
import io.quorate.results.campaign.Campaign;
import io.quorate.results.campaign.Cell;
import io.quorate.results.campaign.LocalTry;
import io.quorate.results.campaign.TrialRecord;
import io.quorate.runner.campaign.TrialShrinker;
import io.quorate.runner.plan.Plan;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tries each bug of a campaign on real processes, with the schedules that showed it best in virtual
 * time among those that real processes can play.
 */
public final class LocalZoo {
  /** Schedules tried for a bug until one shows it. */
  private static final int SCHEDULES = 2;

  private final Campaign campaign;
  private final RealTrials trials;
  private final int tries;
  private final Duration main;

  /**
   * Prepares it.
   *
   * @param tries how many each bug and schedule has
   * @param main how long the schedule runs in each
   */
  public LocalZoo(Campaign campaign, RealTrials trials, int tries, Duration main) {
    this.campaign = campaign;
    this.trials = trials;
    this.tries = tries;
    this.main = main;
  }

  /**
   * Tries what the log does not have yet; the correct server too, with the best schedules of all,
   * to see that these tries accuse nobody wrongly.
   */
  public void execute() throws IOException, InterruptedException {
    List<Cell> best =
        campaign.ranking().stream()
            .map(standing -> campaign.cell(standing.schedule(), TrialRecord.CORRECT))
            .filter(cell -> isPlayable(cell) && !cell.trials().isEmpty())
            .limit(SCHEDULES)
            .toList();
    for (Cell cell : best) {
      trials.play(TrialRecord.CORRECT, plan(cell), tries);
    }
    for (String bug : campaign.bugs()) {
      List<Cell> known = shownBy(bug);
      if (known.isEmpty()) {
        trials.untried(bug, "no schedule shows it in simulation");
        continue;
      }
      List<Cell> playable = known.stream().filter(LocalZoo::isPlayable).limit(SCHEDULES).toList();
      tryOut(bug, playable.isEmpty() ? known.subList(0, 1) : playable);
    }
  }

  private void tryOut(String bug, List<Cell> cells) throws IOException, InterruptedException {
    for (Cell cell : cells) {
      List<LocalTry> seen = trials.play(bug, plan(cell), tries);
      if (seen.stream().anyMatch(one -> one.result() == LocalTry.Result.SHOWN)) {
        return;
      }
    }
  }

  private static boolean isPlayable(Cell cell) {
    return RealPlans.refusal(Schedules.named(cell.schedule())).isEmpty();
  }

  /** The best first: those that show it outside, then those that show it inside only. */
  private List<Cell> shownBy(String bug) {
    Stream<Cell> inside =
        campaign.schedules().stream()
            .map(schedule -> campaign.cell(schedule, bug))
            .filter(cell -> cell.found() == 0 && cell.insideOnly() > 0)
            .sorted(Comparator.comparingInt(Cell::insideOnly).reversed());
    return Stream.concat(campaign.finders(bug).stream(), inside).toList();
  }

  /** The soonest that was red, else one that broke a law, else the first. */
  private Plan plan(Cell cell) {
    Comparator<TrialRecord> order =
        Comparator.comparing((TrialRecord trial) -> trial.result() != TrialRecord.Result.FOUND)
            .thenComparing(trial -> !trial.signs().contains("law"))
            .thenComparingDouble(TrialRecord::redSeconds)
            .thenComparingInt(TrialRecord::run);
    TrialRecord trial = cell.trials().stream().min(order).orElseThrow();
    return RealPlans.longer(TrialShrinker.planOf(campaign.head().seed(), trial), main);
  }
}
