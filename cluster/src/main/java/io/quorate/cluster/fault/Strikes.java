package io.quorate.cluster.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which faults in force hold which nodes down: a node is let go by the last of them. */
final class Strikes {
  private final Map<String, Set<String>> faultsByNode = new TreeMap<>();

  void add(String fault, List<String> nodes) {
    for (String node : nodes) {
      faultsByNode.computeIfAbsent(node, key -> new TreeSet<>()).add(fault);
    }
  }

  /** Takes {@code fault} away and returns those of {@code nodes} that it was the last to hold. */
  List<String> remove(String fault, List<String> nodes) {
    List<String> free = new ArrayList<>();
    for (String node : nodes) {
      Set<String> faults = faultsByNode.getOrDefault(node, new TreeSet<>());
      if (faults.remove(fault) && faults.isEmpty()) {
        faultsByNode.remove(node);
        free.add(node);
      }
    }
    return free;
  }

  /** Whether another fault than {@code fault} holds {@code node}. */
  boolean holdsBeside(String fault, String node) {
    return faultsByNode.getOrDefault(node, new TreeSet<>()).stream()
        .anyMatch(each -> !each.equals(fault));
  }

  /** Forgets everything and returns the nodes that were held. */
  List<String> clear() {
    List<String> held = List.copyOf(faultsByNode.keySet());
    faultsByNode.clear();
    return held;
  }
}
