package io.quorate.simulation.world;

import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.nemesis.Fault;
import io.quorate.simulation.cluster.SimulatedCluster;
import io.quorate.simulation.net.Wires;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks at faults as from outside: by what arrives along the wires, by which process is there, by
 * what a clock shows; not by what was commanded.
 */
final class Looks {
  /** What was found on one node. */
  private record Found(boolean proven, String words) {}

  private final SimulatedCluster cluster;
  private final Wires wires;
  private final Strikes kills;
  private final Strikes pauses;
  private final Members members;
  private final Replacing replacing;
  private final Probes probes;

  Looks(
      SimulatedCluster cluster,
      Wires wires,
      Strikes kills,
      Strikes pauses,
      Members members,
      Replacing replacing,
      Probes probes) {
    this.cluster = cluster;
    this.wires = wires;
    this.kills = kills;
    this.pauses = pauses;
    this.members = members;
    this.replacing = replacing;
    this.probes = probes;
  }

  void at(String id, Fault fault, Moment moment, Consumer<Evidence> then) {
    switch (fault) {
      case Fault.Partition p -> probes.cut(p.grudge(), moment, then);
      case Fault.Delay d -> probes.delay(d, moment, then);
      case Fault.Unreliable u -> then.accept(noisy(u, moment));
      case Fault.Kill k -> then.accept(each(k.nodes(), moment, killed(id, moment)));
      case Fault.PowerLoss p -> then.accept(each(p.nodes(), moment, killed(id, moment)));
      case Fault.Wipe w -> then.accept(each(w.nodes(), moment, killed(id, moment)));
      case Fault.Corrupt c ->
          then.accept(each(c.nodes(), moment, node -> corrupted(id, node, moment)));
      case Fault.Pause p -> then.accept(each(p.nodes(), moment, node -> paused(node, moment)));
      case Fault.ClockRate c ->
          then.accept(each(c.nodes(), moment, node -> clock(node, c, moment)));
      case Fault.SlowDisk d -> then.accept(each(d.nodes(), moment, node -> disk(node, d, moment)));
      case Fault.Remove r -> members.look(r.nodes(), moment, then);
    }
  }

  /** Whether at this moment the fault must be gone, rather than there. */
  static boolean gone(Moment moment) {
    return switch (moment) {
      case BEFORE_CUT, AFTER_HEAL -> true;
      case AFTER_CUT, HALF_WAY, BEFORE_HEAL -> false;
    };
  }

  private static Evidence each(List<String> nodes, Moment moment, Function<String, Found> look) {
    List<String> words = new ArrayList<>();
    boolean proven = true;
    for (String node : nodes) {
      Found found = look.apply(node);
      proven &= found.proven();
      words.add(node + " " + found.words());
    }
    return new Evidence(moment, proven, String.join("; ", words), List.of());
  }

  /** Started again is another process that is there. */
  private Function<String, Found> killed(String id, Moment moment) {
    return node -> {
      boolean there = cluster.up(node);
      if (!gone(moment)) {
        return new Found(!there, state(node));
      }
      if (kills.holds(node)) {
        return new Found(true, "is still held by another fault");
      }
      return replacing.underWay(node)
          ? new Found(true, "refused its empty disk, and is being replaced")
          : new Found(there && !kills.sameProcess(id, node), state(node));
    };
  }

  private Found corrupted(String id, String node, Moment moment) {
    Found down = killed(id, moment).apply(node);
    return gone(moment)
        ? down
        : new Found(
            down.proven() && cluster.corrupted(node),
            down.words() + (cluster.corrupted(node) ? ", a bit flipped" : ", too little to flip"));
  }

  private Found paused(String node, Moment moment) {
    boolean stopped = cluster.paused(node);
    if (!gone(moment)) {
      return new Found(stopped, state(node));
    }
    return pauses.holds(node)
        ? new Found(true, "is still held by another fault")
        : new Found(!stopped, state(node));
  }

  private String state(String node) {
    String process = "process " + cluster.process(node);
    return cluster.up(node)
        ? process + (cluster.paused(node) ? " is stopped" : " runs")
        : "has no process";
  }

  private Found clock(String node, Fault.ClockRate fault, Moment moment) {
    long wanted =
        gone(moment) ? SimulatedFaults.RIGHT_PER_MILLION : SimulatedFaults.perMillion(fault);
    long rate = cluster.clockRate(node);
    return new Found(rate == wanted, "has a clock at " + rate / 10_000 + " %");
  }

  private Found disk(String node, Fault.SlowDisk fault, Moment moment) {
    long extra = cluster.diskSlowness(node);
    return new Found(
        extra == (gone(moment) ? 0 : fault.syncNanos()),
        "syncs " + extra / 1_000_000 + " ms slower");
  }

  /** The wires themselves are asked: single losses prove nothing either way. */
  private Evidence noisy(Fault.Unreliable fault, Moment moment) {
    long noisy = fault.links().stream().filter(wires::isNoisy).count();
    String note = noisy + " of " + fault.links().size() + " links lose, double or reorder";
    boolean proven = noisy == (gone(moment) ? 0 : fault.links().size());
    return new Evidence(moment, proven, note, List.of());
  }
}
