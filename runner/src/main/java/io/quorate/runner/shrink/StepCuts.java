package io.quorate.runner.shrink;

import io.quorate.nemesis.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        fewer.add(consistent(rest));
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

  /** Leaves out what names a fault that is not in force there. */
  private static List<Step> consistent(List<Step> steps) {
    Set<String> inForce = new HashSet<>();
    List<Step> kept = new ArrayList<>();
    for (Step step : steps) {
      String named = named(step);
      boolean holds =
          switch (step) {
            case Step.Inject inject -> inForce.add(inject.as());
            case Step.Heal heal -> inForce.remove(heal.as());
            default -> named == null || inForce.contains(named);
          };
      if (holds) {
        kept.add(step);
      }
    }
    return kept;
  }

  private static @Nullable String named(Step step) {
    return switch (step) {
      case Step.Await(Step.Condition.LeaderOutside(String as), var patience) -> as;
      case Step.Await(Step.Condition.WriteOutside(String as), var patience) -> as;
      case Step.Reads(Step.Place.Struck(String as), var times, var every) -> as;
      default -> null;
    };
  }
}
