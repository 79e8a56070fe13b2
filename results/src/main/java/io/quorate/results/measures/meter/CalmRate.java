package io.quorate.results.measures.meter;

import io.quorate.results.measures.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each client group had an ok operation while nothing was broken. */
final class CalmRate {
  private final List<Window> felt;
  private final long calmNanos;
  private final Map<String, Long> calm = new HashMap<>();
  private long all;

  /**
   * Rates outside the faults.
   *
   * @param felt when faults could be felt
   * @param endNanos end of the run
   */
  CalmRate(List<Window> felt, long endNanos) {
    this.felt = merged(felt);
    this.calmNanos = endNanos - this.felt.stream().mapToLong(Window::nanos).sum();
  }

  /** Counts an ok operation of {@code group} that ended at {@code completed}. */
  void add(String group, long completed) {
    if (felt.stream().noneMatch(w -> w.holds(completed))) {
      calm.merge(group, 1L, Long::sum);
      all++;
    }
  }

  /** Returns what counts as an interruption for all clients together. */
  long floor() {
    return OutageMeter.floor(calmNanos, all);
  }

  /** Returns what counts as an interruption for the clients of {@code groups} together. */
  long floor(Collection<String> groups) {
    long oks = groups.stream().mapToLong(g -> calm.getOrDefault(g, 0L)).sum();
    return OutageMeter.floor(calmNanos, oks);
  }

  private static List<Window> merged(List<Window> windows) {
    List<Window> sorted = new ArrayList<>(windows);
    sorted.sort(Comparator.comparingLong(Window::fromNanos));
    List<Window> merged = new ArrayList<>();
    for (Window next : sorted) {
      if (!merged.isEmpty() && merged.getLast().overlaps(next)) {
        Window last = merged.removeLast();
        merged.add(new Window(last.fromNanos(), Math.max(last.toNanos(), next.toNanos())));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }
}
