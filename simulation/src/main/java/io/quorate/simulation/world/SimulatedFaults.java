package io.quorate.simulation.world;

import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.nemesis.Fault;
import io.quorate.simulation.Agenda;
import io.quorate.simulation.cluster.SimulatedCluster;
import io.quorate.simulation.net.Noise;
import io.quorate.simulation.net.Wires;
import java.util.List;
import java.util.function.Consumer;

/** Brings faults into force on a simulated cluster, and lifts them. */
final class SimulatedFaults {
  /** The rate of a clock that nothing is wrong with. */
  static final long RIGHT_PER_MILLION = 1_000_000;

  private final SimulatedCluster cluster;
  private final Wires wires;
  private final Strikes kills;
  private final Strikes pauses;
  private final Members members;
  private final Replacing replacing;
  private final Looks looks;

  SimulatedFaults(
      Agenda agenda,
      SimulatedCluster cluster,
      Wires wires,
      List<String> nodes,
      Replacing.Watcher replaced) {
    this.cluster = cluster;
    this.wires = wires;
    kills = new Strikes(cluster);
    pauses = new Strikes(cluster);
    members = new Members(agenda, cluster, nodes);
    replacing = new Replacing(agenda, cluster, members, kills::holds, replaced);
    looks =
        new Looks(
            cluster, wires, kills, pauses, members, replacing, new Probes(agenda, wires, nodes));
  }

  void inject(String id, Fault fault) {
    switch (fault) {
      case Fault.Partition p -> wires.cut(id, p.grudge());
      case Fault.Delay d -> wires.slow(id, d.links(), d.delayNanos(), d.jitterNanos());
      case Fault.Unreliable u -> wires.disturb(id, u.links(), noise(u));
      case Fault.Kill k -> kills.strike(id, k.nodes(), cluster::kill);
      case Fault.PowerLoss p -> kills.strike(id, p.nodes(), cluster::losePower);
      case Fault.Wipe w -> kills.strike(id, w.nodes(), this::wipe);
      case Fault.Corrupt c -> kills.strike(id, c.nodes(), this::corrupt);
      case Fault.Pause p -> pauses.strike(id, p.nodes(), cluster::pause);
      case Fault.ClockRate c -> clocks(c.nodes(), perMillion(c));
      case Fault.SlowDisk d -> disks(d.nodes(), d.syncNanos());
      case Fault.Remove r -> members.without(id, r.nodes());
    }
  }

  void lift(String id, Fault fault) {
    switch (fault) {
      case Fault.Partition p -> wires.lift(id);
      case Fault.Delay d -> wires.lift(id);
      case Fault.Unreliable u -> wires.lift(id);
      case Fault.Kill k -> kills.release(id, k.nodes(), replacing::start);
      case Fault.PowerLoss p -> kills.release(id, p.nodes(), replacing::start);
      case Fault.Wipe w -> kills.release(id, w.nodes(), replacing::start);
      case Fault.Corrupt c -> kills.release(id, c.nodes(), cluster::startOnDamage);
      case Fault.Pause p -> pauses.release(id, p.nodes(), cluster::resume);
      case Fault.ClockRate c -> clocks(c.nodes(), RIGHT_PER_MILLION);
      case Fault.SlowDisk d -> disks(d.nodes(), 0);
      case Fault.Remove r -> members.again(id);
    }
  }

  /** Looks at a fault; {@code then} takes what was seen, later where something must travel. */
  void look(String id, Fault fault, Moment moment, Consumer<Evidence> then) {
    looks.at(id, fault, moment, then);
  }

  static long perMillion(Fault.ClockRate fault) {
    return fault.percent() * RIGHT_PER_MILLION / 100;
  }

  private static Noise noise(Fault.Unreliable fault) {
    return new Noise(
        10 * fault.lossPercent(),
        10 * fault.duplicatePercent(),
        10 * fault.latePercent(),
        fault.reorderNanos());
  }

  private void wipe(String node) {
    cluster.kill(node);
    cluster.wipe(node);
  }

  private void corrupt(String node) {
    cluster.kill(node);
    if (!cluster.corrupted(node)) {
      cluster.corrupt(node);
    }
  }

  private void clocks(List<String> nodes, long perMillion) {
    nodes.forEach(node -> cluster.setClockRate(node, perMillion));
  }

  private void disks(List<String> nodes, long slowerNanos) {
    nodes.forEach(node -> cluster.slowDisk(node, slowerNanos));
  }
}
