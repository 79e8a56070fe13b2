package io.quorate.simulation.world;

import io.quorate.history.Disturbance;
import io.quorate.history.Entry;
import io.quorate.history.Link;
import io.quorate.simulation.Finding;
import io.quorate.simulation.cluster.Led;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The laws of progress over a run of any world, by what was recorded of it: the same ones that a
 * simulated run is held to while it is played.
 */
public final class RecordedProgress {
  private final List<String> nodes;
  private final List<Disturbance> faults;
  private final long end;

  private RecordedProgress(List<String> nodes, List<Disturbance> faults, long end) {
    this.nodes = nodes;
    this.faults = faults.stream().filter(fault -> fault.fromNanos() != Disturbance.NEVER).toList();
    this.end = end;
  }

  /**
   * Returns where they are broken.
   *
   * @param entries the history, in its order
   * @param faults what disturbed it; one that was not seen gone counts as in force to the end
   * @param reigns who led when, as far as somebody saw
   * @param end of the run, in nanoseconds since its start
   */
  public static List<Finding> findings(
      List<String> nodes,
      List<Entry> entries,
      List<Disturbance> faults,
      List<Led> reigns,
      long end) {
    List<Stretch> stretches = new RecordedProgress(nodes, faults, end).stretches();
    List<Finding> findings = new ArrayList<>();
    findings.addAll(Serving.findings(entries, stretches, Serving.BOUND_NANOS));
    findings.addAll(Reigning.findings(reigns, stretches, end));
    return findings;
  }

  private List<Stretch> stretches() {
    SortedSet<Long> changes = new TreeSet<>(List.of(0L, end));
    for (Disturbance fault : faults) {
      changes.add(Math.min(end, fault.fromNanos()));
      changes.add(gone(fault));
    }
    List<Long> times = List.copyOf(changes);
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i + 1 < times.size(); i++) {
      SortedSet<String> core = core(times.get(i));
      if (!core.isEmpty()) {
        stretches.add(new Stretch(times.get(i), times.get(i + 1), core));
      }
    }
    return stretches;
  }

  private long gone(Disturbance fault) {
    long seen = fault.confirmedLiftedNanos();
    return seen == Disturbance.NEVER ? end : Math.min(end, seen);
  }

  /** Whoever a fault in force touches, by itself or by one of its links, may be kept from work. */
  private SortedSet<String> core(long time) {
    SortedSet<String> struck = new TreeSet<>();
    SortedSet<Link> cut = new TreeSet<>();
    for (Disturbance fault : faults) {
      if (fault.fromNanos() <= time && time < gone(fault)) {
        boolean everybody = fault.links().isEmpty() && fault.nodes().isEmpty();
        struck.addAll(everybody ? nodes : fault.nodes());
        cut.addAll(fault.links());
      }
    }
    return Cores.largest(nodes, struck, cut);
  }
}
