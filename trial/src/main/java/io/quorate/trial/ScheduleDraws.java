package io.quorate.trial;

import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a seed draws for a schedule, told without running it. */
public final class ScheduleDraws {
  private ScheduleDraws() {}

  /** Returns {@code schedule} with the waits as a trial with this seed draws them at first. */
  public static Schedule firstRound(Schedule schedule, long seed) {
    Targets targets = new Targets(List.of(), seed);
    List<Step> steps = new ArrayList<>();
    for (Step step : schedule.steps()) {
      steps.add(step instanceof Step.Wait wait ? drawn(targets.draw(wait)) : step);
    }
    return new Schedule(
        schedule.name(), schedule.about(), schedule.minNodes(), schedule.repeat(), steps);
  }

  private static Step drawn(long nanos) {
    return new Step.Wait(Duration.ofNanos(nanos), Duration.ofNanos(nanos));
  }
}
