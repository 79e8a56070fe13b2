package io.quorate.results.measures.meter;

import io.quorate.history.Completion;
import io.quorate.history.Operation;
import io.quorate.results.measures.Latency;
import io.quorate.results.measures.LatencyRow;
import io.quorate.results.measures.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Collects the latencies of a run, one pass over its operations. */
final class LatencyTable {
  /** The longest duration told apart: an hour. Longer ones count as an hour. */
  static final long LONGEST_NANOS = 3_600_000_000_000L;

  private final List<Window> faulty;
  private final Map<Cell, Pair> cells = new TreeMap<>(Cell.ORDER);

  /** A table that tells operations within one of {@code faulty} from the others. */
  LatencyTable(List<Window> faulty) {
    this.faulty = List.copyOf(faulty);
  }

  /** Takes in {@code operation}; one that has no end in the file has no latency. */
  void add(Operation operation) {
    long end = operation.completedNanos();
    if (end == Operation.OPEN) {
      return;
    }
    LatencyRow.Scope scope =
        faulty.stream().anyMatch(w -> w.overlaps(operation.invokedNanos(), end))
            ? LatencyRow.Scope.FAULTY
            : LatencyRow.Scope.CALM;
    add(operation, LatencyRow.Scope.ALL);
    add(operation, scope);
  }

  private void add(Operation operation, LatencyRow.Scope scope) {
    Cell cell = new Cell(operation.invocation().function(), operation.completion().kind(), scope);
    Pair pair = cells.computeIfAbsent(cell, c -> new Pair());
    record(pair.fromDue, operation.completedNanos() - operation.dueNanos());
    record(pair.fromSend, operation.completedNanos() - operation.invokedNanos());
  }

  /** Returns the rows by function, ending and scope; there is no row of nothing. */
  List<LatencyRow> rows() {
    List<LatencyRow> rows = new ArrayList<>();
    cells.forEach((cell, pair) ->
        rows.add(
            new LatencyRow(
                cell.function,
                cell.ending,
                cell.scope,
                latency(pair.fromDue),
                latency(pair.fromSend))));
    return rows;
  }

  private static Histogram histogram() {
    return new Histogram(LONGEST_NANOS, 3);
  }

  private static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.clamp(nanos, 0, LONGEST_NANOS));
  }

  private static Latency latency(Histogram h) {
    return new Latency(
        h.getTotalCount(),
        h.getValueAtPercentile(50),
        h.getValueAtPercentile(90),
        h.getValueAtPercentile(99),
        h.getValueAtPercentile(99.9),
        h.getMaxValue());
  }

  private record Cell(String function, Completion.Kind ending, LatencyRow.Scope scope) {
    static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::function).thenComparing(Cell::ending).thenComparing(Cell::scope);
  }

  private static final class Pair {
    final Histogram fromDue = histogram();
    final Histogram fromSend = histogram();
  }
}
