package io.quorate.simulation.world;

import io.quorate.history.Link;
import io.quorate.nemesis.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which faults were in force when, and so when a majority could have served undisturbed. */
final class FaultLog {
  private final List<String> nodes;
  private final Map<String, Fault> inForce = new TreeMap<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private SortedSet<String> core;
  private long since;

  FaultLog(List<String> nodes) {
    this.nodes = nodes;
    core = new TreeSet<>(nodes);
  }

  /** A fault is being brought into force. */
  void injected(long now, String id, Fault fault) {
    close(now);
    inForce.put(id, fault);
    core = largestCore();
  }

  /** Evidence shows that a fault is gone. */
  void lifted(long now, String id) {
    close(now);
    inForce.remove(id);
    core = largestCore();
  }

  /** Everything up to the end. */
  List<Stretch> until(long end) {
    close(end);
    return List.copyOf(stretches);
  }

  private void close(long now) {
    if (!core.isEmpty() && now > since) {
      stretches.add(new Stretch(since, now, core));
    }
    since = now;
  }

  private SortedSet<String> largestCore() {
    Set<String> struck = new TreeSet<>();
    Set<Link> cut = new TreeSet<>();
    for (Fault fault : inForce.values()) {
      switch (fault) {
        case Fault.Partition p -> cut.addAll(p.grudge());
        case Fault.Kill k -> struck.addAll(k.nodes());
        case Fault.Pause p -> struck.addAll(p.nodes());
        case Fault.PowerLoss p -> struck.addAll(p.nodes());
        case Fault.Wipe w -> struck.addAll(w.nodes());
        case Fault.Corrupt c -> struck.addAll(c.nodes());
        case Fault.Delay d -> struck.addAll(nodes);
        case Fault.Unreliable u -> struck.addAll(nodes);
        case Fault.ClockRate c -> struck.addAll(nodes);
        case Fault.SlowDisk d -> struck.addAll(nodes);
        case Fault.Remove r -> struck.addAll(nodes);
      }
    }
    return Cores.largest(nodes, struck, cut);
  }
}
