package io.quorate.results.campaign;

import io.quorate.results.campaign.TrialRecord.Result;
import io.quorate.results.stat.KaplanMeier;
import io.quorate.results.stat.Share;
import io.quorate.results.stat.Waited;
import java.util.List;

/**
 * The trials of one schedule against one bug.
 *
 * @param schedule the schedule
 * @param bug the bug, or {@link TrialRecord#CORRECT}
 * @param trials in the order of their runs
 */
public record Cell(String schedule, String bug, List<TrialRecord> trials) {
  /** Keeps its own copy. */
  public Cell {
    trials = List.copyOf(trials);
  }

  /** Returns how many trials showed the bug to somebody outside. */
  public int found() {
    return count(Result.FOUND);
  }

  /** Returns how many could have shown it and did not. */
  public int clean() {
    return count(Result.CLEAN);
  }

  /** Returns how many nobody can say anything of. */
  public int inconclusive() {
    return count(Result.INCONCLUSIVE);
  }

  private int count(Result result) {
    return (int) trials.stream().filter(trial -> trial.result() == result).count();
  }

  /** Returns how many broke a law inside and showed nothing outside. */
  public int insideOnly() {
    return (int)
        trials.stream()
            .filter(trial -> trial.result() != Result.FOUND && trial.signs().contains("law"))
            .count();
  }

  /** Returns the share found of those that say something. */
  public Share share() {
    return new Share(found(), found() + clean());
  }

  /** Returns the share found if none of those that say nothing had found it. */
  public Share worst() {
    return new Share(found(), trials.size());
  }

  /** Returns the share found if all of those that say nothing had found it. */
  public Share best() {
    return new Share(found() + inconclusive(), trials.size());
  }

  /** Returns how long each trial that says something waited for the bug to show. */
  public List<Waited> waits() {
    return trials.stream()
        .filter(trial -> trial.result() != Result.INCONCLUSIVE)
        .map(Cell::wait)
        .toList();
  }

  private static Waited wait(TrialRecord trial) {
    return trial.result() == Result.FOUND
        ? new Waited(trial.redSeconds(), true)
        : new Waited(trial.virtualSeconds(), false);
  }

  /** Returns the share that still waits for the bug to show, over seconds of virtual time. */
  public KaplanMeier curve() {
    return KaplanMeier.of(waits());
  }

  /** Returns how long the system was under test in all, in seconds of virtual time. */
  public double secondsSpent() {
    return trials.stream()
        .mapToDouble(
            trial -> trial.result() == Result.FOUND ? trial.redSeconds() : trial.virtualSeconds())
        .sum();
  }
}
