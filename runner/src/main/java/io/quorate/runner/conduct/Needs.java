package io.quorate.runner.conduct;

import io.quorate.cluster.Capabilities;
import io.quorate.cluster.Capability;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.runner.PlanRefused;
import java.util.EnumSet;
import java.util.Set;

/** What a schedule needs of the world it runs in. */
final class Needs {
  private Needs() {}

  /** Refuses {@code schedule} where {@code world} lacks what it needs. */
  static void require(Schedule schedule, Capabilities world) {
    for (Capability need : of(schedule)) {
      world
          .refusal(need)
          .ifPresent(why -> {
            throw new PlanRefused("schedule " + schedule.name() + " cannot run here: " + why);
          });
    }
  }

  /** Returns what {@code schedule} needs that {@code world} lacks. */
  static Set<Capability> missing(Schedule schedule, Capabilities world) {
    Set<Capability> missing = of(schedule);
    missing.removeIf(need -> world.refusal(need).isEmpty());
    return missing;
  }

  /** Whether {@code schedule} breaks anything. */
  static boolean anyFault(Schedule schedule) {
    return !of(schedule).isEmpty();
  }

  private static Set<Capability> of(Schedule schedule) {
    Set<Capability> needs = EnumSet.noneOf(Capability.class);
    schedule.steps().stream()
        .flatMap(Step::all)
        .forEach(step -> {
          if (step instanceof Step.Inject inject) {
            needs.add(Capability.neededBy(inject.fault()));
          }
        });
    return needs;
  }
}
