package io.quorate.simulation;

import io.quorate.trial.TrialPlan;
import io.quorate.workload.Routing;
import java.util.List;

/**
 * A trial to be simulated.
 *
 * @param trial the trial, as it would run on real processes; its seed decides everything
 * @param bugs ids of what is wrong with the servers on purpose, empty for the correct ones
 * @param routing whom clients ask
 * @param sessions the clients' logic
 * @param conditions what machines and wires are like
 */
public record SimulatedPlan(
    TrialPlan trial, List<String> bugs, Routing routing, Sessions sessions, Conditions conditions) {
  /** Keeps its own copy. */
  public SimulatedPlan {
    bugs = List.copyOf(bugs);
  }
}
