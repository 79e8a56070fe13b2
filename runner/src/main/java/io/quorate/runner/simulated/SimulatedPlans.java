package io.quorate.runner.simulated;

import io.quorate.history.RandomStream;
import io.quorate.runner.conduct.TrialPlans;
import io.quorate.runner.plan.Plan;
import io.quorate.simulation.Conditions;
import io.quorate.simulation.Draws;
import io.quorate.simulation.SimulatedPlan;
import io.quorate.systems.ClientPlace;
import io.quorate.systems.catalogue.Systems;
import io.quorate.systems.raft.RaftClient;
import io.quorate.workload.Workload;
import java.util.List;

/** What a plan means in the world of virtual time. */
public final class SimulatedPlans {
  private SimulatedPlans() {}

  /**
   * Returns the simulated trial of {@code plan}; machines and wires are drawn from its seed.
   *
   * @throws IllegalArgumentException with one sentence when its system cannot be simulated
   */
  public static SimulatedPlan of(Plan plan, Workload workload) {
    List<String> nodes = TrialPlans.nodes(plan);
    Draws draws = new Draws(RandomStream.of(plan.seed(), "conditions"));
    return new SimulatedPlan(
        TrialPlans.of(plan, workload),
        Systems.bugsOfRaft(plan.system()),
        plan.routing(),
        (group, home, pinnedTo) ->
            RaftClient.asksSeldom(new ClientPlace(group, home, nodes, pinnedTo)),
        Conditions.drawn(draws));
  }
}
