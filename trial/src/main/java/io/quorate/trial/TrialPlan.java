package io.quorate.trial;

import io.quorate.nemesis.Schedule;
import io.quorate.workload.Generator;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Everything a trial needs to know before it starts.
 *
 * @param nodes the nodes in their order: n1, n2, ...
 * @param workersPerNode client workers beside each node
 * @param main what is asked during warm-up, main and recovery phase
 * @param finish given all keys used so far, what is asked at the end, when all is healed
 * @param schedule the nemesis' steps in the main phase
 * @param warmUp how long the system runs undisturbed first
 * @param mainPhase how long the schedule may run
 * @param recovery how long the healed system goes on under load
 * @param operationTimeout after which an operation becomes a doubt
 * @param seed from which every draw of the schedule comes
 */
public record TrialPlan(
    List<String> nodes,
    int workersPerNode,
    Generator main,
    Function<List<String>, Generator> finish,
    Schedule schedule,
    Duration warmUp,
    Duration mainPhase,
    Duration recovery,
    Duration operationTimeout,
    long seed) {
  /** Refuses plans that cannot be run. */
  public TrialPlan {
    nodes = List.copyOf(nodes);
    if (nodes.isEmpty() || workersPerNode < 1) {
      throw new IllegalArgumentException("a trial needs a node and a worker beside each");
    }
    if (schedule.minNodes() > nodes.size()) {
      throw new IllegalArgumentException(
          "schedule "
              + schedule.name()
              + " needs "
              + schedule.minNodes()
              + " nodes, got "
              + nodes.size());
    }
    if (operationTimeout.isNegative() || operationTimeout.isZero()) {
      throw new IllegalArgumentException("the operation time-out must be positive");
    }
  }

  /** Returns the number of workers that the workload employs. */
  public int workers() {
    return nodes.size() * workersPerNode;
  }
}
