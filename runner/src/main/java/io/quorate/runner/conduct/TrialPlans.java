package io.quorate.runner.conduct;

import io.quorate.history.Header;
import io.quorate.history.RandomStream;
import io.quorate.runner.plan.Plan;
import io.quorate.trial.TrialPlan;
import io.quorate.workload.Workload;
import io.quorate.workload.library.Workloads;
import io.quorate.workload.pacing.Pacing;
import java.util.List;
import java.util.stream.IntStream;

/** What a plan means for a trial, whatever world it runs in. */
public final class TrialPlans {
  private TrialPlans() {}

  /** Returns the names of the nodes, in their order. */
  public static List<String> nodes(Plan plan) {
    return IntStream.rangeClosed(1, plan.nodes()).mapToObj(number -> "n" + number).toList();
  }

  /**
   * Returns what is asked; the same plan gives the same calls.
   *
   * @throws IllegalArgumentException when nobody knows such a workload
   */
  public static Workload workload(Plan plan) {
    RandomStream random = RandomStream.of(plan.seed(), "workload");
    return Workloads.named(plan.workload(), plan.options(), random)
        .orElseThrow(() -> new IllegalArgumentException("no workload " + plan.workload()));
  }

  /** Returns the first line of the history. */
  public static Header header(Plan plan, Workload workload) {
    return new Header(
        Header.CURRENT_VERSION,
        workload.model(),
        Header.FailedCas.OBSERVE,
        plan.seed(),
        nodes(plan));
  }

  /** Returns the trial; the same plan gives the same one. */
  public static TrialPlan of(Plan plan, Workload workload) {
    RandomStream pace = RandomStream.of(plan.seed(), "pace");
    Plan.Times times = plan.times();
    return new TrialPlan(
        nodes(plan),
        plan.clients() / plan.nodes(),
        Pacing.openLoop(plan.rate(), pace, workload.main()),
        workload.finish(),
        plan.schedule(),
        times.warmUp(),
        times.main(),
        times.recovery(),
        times.operation(),
        plan.seed());
  }
}
