package io.quorate.trial;

import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a seed draws for a schedule, told without running it. */
public final class ScheduleDraws {
  private ScheduleDraws() {}

  /**
   * Returns {@code schedule} with waits and ways as a trial with this seed draws them at first.
   *
   * @param nodes all nodes in their order
   */
  public static Schedule firstRound(Schedule schedule, List<String> nodes, long seed) {
    List<Step> steps = new ArrayList<>();
    draw(schedule.steps(), new Targets(nodes, seed), steps);
    return new Schedule(
        schedule.name(), schedule.about(), schedule.minNodes(), schedule.repeat(), steps);
  }

  private static void draw(List<Step> steps, Targets targets, List<Step> drawn) {
    for (Step step : steps) {
      switch (step) {
        case Step.Wait wait -> drawn.add(drawn(targets.draw(wait)));
        case Step.AnyOf any -> draw(targets.draw(any), targets, drawn);
        case Step.EachOf each -> draw(targets.draw(each), targets, drawn);
        default -> drawn.add(step);
      }
    }
  }

  private static Step drawn(long nanos) {
    return new Step.Wait(Duration.ofNanos(nanos), Duration.ofNanos(nanos));
  }
}
