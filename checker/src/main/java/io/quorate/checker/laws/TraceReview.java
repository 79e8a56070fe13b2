package io.quorate.checker.laws;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the traces of a run show of the laws of Raft.
 *
 * @param lines how many lines each node's trace has
 * @param broken the first of each law and node, at most {@link TraceLaws#MOST_TOLD}; what follows
 *     from one breach is often another
 * @param all how many breaches were seen in all
 * @param gaps what could not be looked at, one sentence each: nobody is accused by what is missing
 */
public record TraceReview(
    SortedMap<String, Long> lines, List<BrokenLaw> broken, long all, List<String> gaps) {
  /** Keeps its own copies. */
  public TraceReview {
    lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    broken = List.copyOf(broken);
    gaps = List.copyOf(gaps);
  }

  /** Whether every law that could be looked at is kept. */
  public boolean kept() {
    return broken.isEmpty();
  }

  /** Returns how many lines were read. */
  public long allLines() {
    return lines.values().stream().mapToLong(Long::longValue).sum();
  }
}
