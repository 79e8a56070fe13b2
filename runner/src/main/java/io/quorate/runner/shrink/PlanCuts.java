package io.quorate.runner.shrink;

import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.runner.conduct.TrialPlans;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The smaller plans that a plan may become. */
final class PlanCuts {
  private static final int FEWEST_NODES = 3;
  private static final double LOWEST_RATE = 5;
  private static final Duration SHORTEST = Duration.ofMillis(100);

  /** How long a run goes on after what it shows. */
  private static final Duration AFTERMATH = Duration.ofMillis(500);

  private PlanCuts() {}

  /**
   * Returns what {@code plan} may become, the largest change first.
   *
   * @param red when it turned red, since the start of the trial
   */
  static List<Plan> of(Plan plan, Duration red) {
    List<Plan> cuts = new ArrayList<>();
    List<Step> steps = plan.schedule().steps();
    if (plan.schedule().repeat()) {
      cuts.add(once(plan));
    }
    if (plan.nodes() > FEWEST_NODES && plan.schedule().minNodes() <= FEWEST_NODES) {
      cuts.add(PlanBuilder.of(plan).nodes(FEWEST_NODES).build());
    }
    StepCuts.fewer(steps).forEach(fewer -> cuts.add(with(plan, fewer)));
    cuts.addAll(lighter(plan, red));
    StepCuts.shorter(steps).forEach(shorter -> cuts.add(with(plan, shorter)));
    cuts.removeIf(cut -> !Schedules.fits(cut.schedule(), TrialPlans.nodes(cut)));
    return cuts;
  }

  /** Returns {@code plan} with one round of its schedule. */
  static Plan once(Plan plan) {
    return with(plan, plan.schedule().steps());
  }

  /** The same schedule over less time, with fewer clients, keys and operations. */
  private static List<Plan> lighter(Plan plan, Duration red) {
    List<Plan> cuts = new ArrayList<>();
    Plan.Times times = plan.times();
    Duration enough = red.minus(times.warmUp()).plus(AFTERMATH);
    if (!enough.isNegative() && enough.compareTo(times.main()) < 0) {
      cuts.add(PlanBuilder.of(plan).main(wholeMillis(enough)).build());
    }
    if (plan.clients() > plan.nodes()) {
      cuts.add(PlanBuilder.of(plan).clients(plan.nodes()).build());
    }
    if (plan.options().keys() > 1) {
      cuts.add(PlanBuilder.of(plan).keys(1).build());
    }
    if (plan.rate() > LOWEST_RATE) {
      cuts.add(PlanBuilder.of(plan).rate(Math.max(LOWEST_RATE, plan.rate() / 2)).build());
    }
    if (times.recovery().compareTo(SHORTEST) > 0) {
      cuts.add(PlanBuilder.of(plan).recovery(wholeMillis(times.recovery().dividedBy(2))).build());
    }
    return cuts;
  }

  private static Duration wholeMillis(Duration duration) {
    return Duration.ofMillis(duration.toMillis());
  }

  private static Plan with(Plan plan, List<Step> steps) {
    Schedule whole = plan.schedule();
    Schedule cut = new Schedule(whole.name(), whole.about(), whole.minNodes(), false, steps);
    return PlanBuilder.of(plan).schedule(cut).build();
  }
}
