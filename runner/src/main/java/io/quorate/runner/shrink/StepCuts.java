package io.quorate.runner.shrink;

import io.quorate.nemesis.Step;
import io.quorate.nemesis.schedule.Schedules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The smaller lists of steps that a list of steps may become, the smallest first. */
final class StepCuts {
  /** Shorter waits are not worth a trial. */
  private static final Duration SHORT = Duration.ofMillis(50);

  private StepCuts() {}

  /** Returns the lists with one run of steps left out: half of them, a quarter, ..., one. */
  static List<List<Step>> fewer(List<Step> steps) {
    List<List<Step>> fewer = new ArrayList<>();
    for (int size = (steps.size() + 1) / 2; size >= 1; size /= 2) {
      for (int from = 0; from < steps.size(); from += size) {
        List<Step> rest = new ArrayList<>(steps.subList(0, from));
        rest.addAll(steps.subList(Math.min(from + size, steps.size()), steps.size()));
        fewer.add(Schedules.consistent(rest));
      }
    }
    return fewer;
  }

  /** Returns the lists in which one wait is half as long, and no longer drawn. */
  static List<List<Step>> shorter(List<Step> steps) {
    List<List<Step>> shorter = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.Wait wait && wait.most().compareTo(SHORT) > 0) {
        Duration half = Duration.ofMillis(wait.most().toMillis() / 2);
        List<Step> changed = new ArrayList<>(steps);
        changed.set(i, new Step.Wait(half, half));
        shorter.add(changed);
      }
    }
    return shorter;
  }
}
