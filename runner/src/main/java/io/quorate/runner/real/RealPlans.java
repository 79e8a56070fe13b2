package io.quorate.runner.real;

import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.runner.conduct.PlanWorlds;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a plan of virtual time becomes on real processes. */
public final class RealPlans {
  /** How long servers may take to answer; a real process takes a second to start. */
  private static final Duration READY_WITHIN = Duration.ofSeconds(15);

  private static final Duration WARM_UP = Duration.ofSeconds(1);
  private static final Duration RECOVERY = Duration.ofSeconds(4);

  /** A real second is dear, so more is asked in it than in a simulated one. */
  private static final double RATE = 100;

  private static final Step QUIET = new Step.Wait(Duration.ofSeconds(1), Duration.ofSeconds(2));
  private static final Step KEPT = new Step.Wait(Duration.ofSeconds(1), Duration.ofSeconds(3));

  private RealPlans() {}

  /** Returns why no world of real processes can play {@code schedule}; empty if one can. */
  public static Optional<String> refusal(Schedule schedule) {
    List<String> missing = PlanWorlds.missingOnProcesses(schedule);
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "needs "
                + String.join(", ", missing)
                + ", which no world of real processes has so far");
  }

  /**
   * Returns the plan of a trial that was made small: its few steps again and again, with some quiet
   * before each time, and with what they leave in force kept for a while. One short time on one
   * seed is what virtual time needs; a real process does not do the same twice.
   */
  public static Plan again(Plan small, Duration main) {
    Schedule once = small.schedule();
    List<Step> steps = new ArrayList<>(List.of(QUIET));
    steps.addAll(once.steps());
    steps.add(KEPT);
    Schedule again = new Schedule(once.name(), once.about(), once.minNodes(), true, steps);
    return longer(PlanBuilder.of(small).schedule(again).build(), main);
  }

  /** Returns the same plan on real processes. */
  static Plan asItIs(Plan plan) {
    return PlanBuilder.of(plan)
        .on(PlanWorlds.LOCAL)
        .readyWithin(READY_WITHIN)
        .onViolation(Plan.OnViolation.STOP)
        .build();
  }

  /** Returns the plan of a campaign's trial, long and busy enough for real processes. */
  public static Plan longer(Plan plan, Duration main) {
    return PlanBuilder.of(asItIs(plan))
        .warmUp(WARM_UP)
        .main(main)
        .recovery(RECOVERY)
        .rate(Math.max(RATE, plan.rate()))
        .build();
  }
}
