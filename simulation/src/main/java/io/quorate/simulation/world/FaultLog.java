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
    return largestCore(nodes.stream().filter(node -> !struck.contains(node)).toList(), cut);
  }

  private SortedSet<String> largestCore(List<String> whole, Set<Link> cut) {
    SortedSet<String> largest = new TreeSet<>();
    for (int members = 1; members < 1 << whole.size(); members++) {
      int size = Integer.bitCount(members);
      if (size > nodes.size() / 2 && size > largest.size()) {
        SortedSet<String> some = chosen(whole, members);
        if (joined(some, cut)) {
          largest = some;
        }
      }
    }
    return largest;
  }

  private static SortedSet<String> chosen(List<String> whole, int members) {
    SortedSet<String> some = new TreeSet<>();
    for (int place = 0; place < whole.size(); place++) {
      if ((members >> place & 1) == 1) {
        some.add(whole.get(place));
      }
    }
    return some;
  }

  private static boolean joined(Set<String> some, Set<Link> cut) {
    return cut.stream().noneMatch(link -> some.contains(link.from()) && some.contains(link.to()));
  }
}
