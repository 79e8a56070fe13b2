package io.quorate.runner.campaign;

import io.quorate.results.campaign.TrialLog;
import io.quorate.results.campaign.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** Shrinks what a campaign found: for each bug the smallest trial that still shows it. */
public final class CampaignShrinker {
  /** Schedules that are tried for a bug, those that showed it soonest. */
  private static final int SCHEDULES = 3;

  private final long seed;
  private final int limit;

  /** A bug's smallest trial, and the schedule that it comes from. */
  public record Found(String bug, String schedule, TrialShrinker.Small small) {}

  /**
   * Prepares to shrink.
   *
   * @param limit most trials played for one trial that was found
   */
  public CampaignShrinker(TrialLog.Head head, int limit) {
    this.seed = head.seed();
    this.limit = limit;
  }

  /** Returns the smallest trial of each bug that {@code trials} found, in the order of bugs. */
  public List<Found> shrink(List<TrialRecord> trials, int threads) throws InterruptedException {
    List<String> bugs =
        trials.stream()
            .map(TrialRecord::bug)
            .filter(bug -> !isCorrect(bug))
            .distinct()
            .sorted()
            .toList();
    List<Callable<Optional<Found>>> work = new ArrayList<>();
    bugs.forEach(bug -> work.add(() -> smallest(soonest(trials, bug))));
    return Threads.collect(work, threads, "a trial could not be shrunk");
  }

  private static boolean isCorrect(String bug) {
    return bug.equals(CampaignPlan.CORRECT);
  }

  /** One trial a schedule, the soonest red one. */
  private static List<TrialRecord> soonest(List<TrialRecord> trials, String bug) {
    Set<String> schedules = new HashSet<>();
    return trials.stream()
        .filter(trial -> trial.bug().equals(bug) && trial.result() == TrialRecord.Result.FOUND)
        .sorted(Comparator.comparingDouble(TrialRecord::redSeconds))
        .filter(trial -> schedules.add(trial.schedule()))
        .limit(SCHEDULES)
        .toList();
  }

  private Optional<Found> smallest(List<TrialRecord> trials) {
    List<Found> found = new ArrayList<>();
    for (TrialRecord trial : trials) {
      TrialShrinker.shrink(TrialShrinker.planOf(seed, trial), limit)
          .ifPresent(small -> found.add(new Found(trial.bug(), trial.schedule(), small)));
    }
    return found.stream()
        .min(
            Comparator.comparingLong((Found f) -> f.small().shrunk().events())
                .thenComparingInt(f -> -f.small().shown()));
  }
}
