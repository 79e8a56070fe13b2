package io.quorate.simulation.world;

import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.history.Link;
import io.quorate.nemesis.Fault;
import io.quorate.simulation.Agenda;
import io.quorate.simulation.cluster.SimulatedCluster;
import io.quorate.simulation.net.Wires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Brings faults into force on a simulated cluster, and looks at them as from outside: by what
 * arrives along the wires and by which process is there, not by what was commanded.
 */
final class SimulatedFaults {
  private final SimulatedCluster cluster;
  private final Wires wires;
  private final Probes probes;

  /** The faults that hold a node down, and those that hold it still. */
  private final Map<String, Set<String>> kills = new TreeMap<>();

  private final Map<String, Set<String>> pauses = new TreeMap<>();

  /** For each kill the processes it struck. */
  private final Map<String, Map<String, Long>> victims = new TreeMap<>();

  SimulatedFaults(Agenda agenda, SimulatedCluster cluster, Wires wires, List<String> nodes) {
    this.cluster = cluster;
    this.wires = wires;
    probes = new Probes(agenda, wires, nodes);
    for (String node : nodes) {
      kills.put(node, new TreeSet<>());
      pauses.put(node, new TreeSet<>());
    }
  }

  void inject(String id, Fault fault) {
    switch (fault) {
      case Fault.Partition p -> wires.cut(id, p.grudge());
      case Fault.Delay d -> wires.slow(id, d.links(), d.delayNanos(), d.jitterNanos());
      case Fault.Kill k -> strike(id, kills, k.nodes(), cluster::kill);
      case Fault.Pause p -> strike(id, pauses, p.nodes(), cluster::pause);
    }
  }

  private void strike(
      String id, Map<String, Set<String>> held, List<String> nodes, Consumer<String> blow) {
    Map<String, Long> struck = victims.computeIfAbsent(id, fault -> new TreeMap<>());
    for (String node : nodes) {
      struck.put(node, cluster.process(node));
      held.getOrDefault(node, Set.of()).add(id);
      blow.accept(node);
    }
  }

  void lift(String id, Fault fault) {
    switch (fault) {
      case Fault.Partition p -> wires.lift(id);
      case Fault.Delay d -> wires.lift(id);
      case Fault.Kill k -> release(id, kills, k.nodes(), cluster::start);
      case Fault.Pause p -> release(id, pauses, p.nodes(), cluster::resume);
    }
  }

  /** What another fault still holds stays as it is. */
  private static void release(
      String id, Map<String, Set<String>> held, List<String> nodes, Consumer<String> mend) {
    for (String node : nodes) {
      Set<String> by = held.getOrDefault(node, Set.of());
      if (by.remove(id) && by.isEmpty()) {
        mend.accept(node);
      }
    }
  }

  /** Looks at a fault; {@code then} takes what was seen, later where something must travel. */
  void look(String id, Fault fault, Moment moment, Consumer<Evidence> then) {
    switch (fault) {
      case Fault.Partition p -> probes.cut(p.grudge(), moment, then);
      case Fault.Delay d -> probes.delay(d, moment, then);
      case Fault.Kill k ->
          then.accept(processes(k.nodes(), moment, node -> killed(id, node, moment)));
      case Fault.Pause p -> then.accept(processes(p.nodes(), moment, node -> paused(node, moment)));
    }
  }

  /** What was found on one node. */
  private record Found(boolean proven, String words) {}

  private static Evidence processes(
      List<String> nodes, Moment moment, Function<String, Found> look) {
    List<String> words = new ArrayList<>();
    boolean proven = true;
    for (String node : nodes) {
      Found found = look.apply(node);
      proven &= found.proven();
      words.add(node + " " + found.words());
    }
    return new Evidence(moment, proven, String.join("; ", words), List.of());
  }

  private Found killed(String id, String node, Moment moment) {
    boolean same =
        victims.getOrDefault(id, Map.of()).getOrDefault(node, 0L) == cluster.process(node);
    boolean held = !kills.getOrDefault(node, Set.of()).isEmpty();
    return switch (moment) {
      case AFTER_CUT, HALF_WAY, BEFORE_HEAL -> new Found(!cluster.up(node), state(node));
      case BEFORE_CUT -> new Found(cluster.up(node), state(node));
      case AFTER_HEAL ->
          held
              ? new Found(true, "is still held by another fault")
              : new Found(cluster.up(node) && !same, state(node));
    };
  }

  private Found paused(String node, Moment moment) {
    boolean held = !pauses.getOrDefault(node, Set.of()).isEmpty();
    return switch (moment) {
      case AFTER_CUT, HALF_WAY, BEFORE_HEAL -> new Found(cluster.paused(node), state(node));
      case BEFORE_CUT -> new Found(!cluster.paused(node), state(node));
      case AFTER_HEAL ->
          held
              ? new Found(true, "is still held by another fault")
              : new Found(!cluster.paused(node), state(node));
    };
  }

  private String state(String node) {
    String process = "process " + cluster.process(node);
    return cluster.up(node)
        ? process + (cluster.paused(node) ? " is stopped" : " runs")
        : "has no process";
  }

  /** The links between nodes that no fault cuts now: what is sent there must arrive. */
  static List<Link> between(List<String> nodes) {
    List<Link> links = new ArrayList<>();
    for (String from : nodes) {
      for (String to : nodes) {
        if (!from.equals(to)) {
          links.add(new Link(from, to));
        }
      }
    }
    return links;
  }
}
