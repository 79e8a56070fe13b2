package io.quorate.simulation.world;

import io.quorate.simulation.cluster.SimulatedCluster;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Which faults of one kind hold which nodes, and which process each struck there. */
final class Strikes {
  private final SimulatedCluster cluster;
  private final Map<String, Set<String>> held = new TreeMap<>();
  private final Map<String, Map<String, Long>> victims = new TreeMap<>();

  Strikes(SimulatedCluster cluster) {
    this.cluster = cluster;
  }

  void strike(String id, List<String> nodes, Consumer<String> blow) {
    Map<String, Long> struck = victims.computeIfAbsent(id, fault -> new TreeMap<>());
    for (String node : nodes) {
      struck.put(node, cluster.process(node));
      held.computeIfAbsent(node, fault -> new TreeSet<>()).add(id);
      blow.accept(node);
    }
  }

  /** What another fault still holds stays as it is. */
  void release(String id, List<String> nodes, Consumer<String> mend) {
    for (String node : nodes) {
      Set<String> by = held.getOrDefault(node, Set.of());
      if (by.contains(id) && by.remove(id) && by.isEmpty()) {
        mend.accept(node);
      }
    }
  }

  boolean holds(String node) {
    return !held.getOrDefault(node, Set.of()).isEmpty();
  }

  /** Whether the node's present process is the one that this fault struck. */
  boolean sameProcess(String id, String node) {
    return victims.getOrDefault(id, Map.of()).getOrDefault(node, -1L) == cluster.process(node);
  }
}
