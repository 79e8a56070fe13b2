package io.quorate.results.measures.meter;

import io.quorate.history.Operation;
import io.quorate.results.measures.Tallies;
import io.quorate.results.measures.Tally;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts operations by function and ending. */
final class TallyTable {
  private final SortedMap<String, Count> counts = new TreeMap<>();

  /** Counts {@code operation} as invoked, and its end where {@code ended}. */
  void add(Operation operation, boolean ended) {
    Count count = counts.computeIfAbsent(operation.invocation().function(), f -> new Count());
    count.attempts++;
    if (ended) {
      switch (operation.completion().kind()) {
        case OK -> count.ok++;
        case FAIL -> count.fail++;
        case INFO -> count.info++;
      }
    }
  }

  /** Returns the counts. */
  Tallies tallies() {
    SortedMap<String, Tally> tallies = new TreeMap<>();
    counts.forEach((f, c) -> tallies.put(f, new Tally(c.attempts, c.ok, c.fail, c.info)));
    return new Tallies(tallies);
  }

  private static final class Count {
    private long attempts;
    private long ok;
    private long fail;
    private long info;
  }
}
