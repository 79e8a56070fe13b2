package io.quorate.results.measures.meter;

import io.quorate.history.Completion;
import io.quorate.history.Operation;
import io.quorate.results.measures.Rates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts completions by bin, function and ending, one pass over the operations. */
final class RateTable {
  /** About how many bins a run is cut into. */
  static final int BINS = 75;

  private final long binNanos;
  private final int bins;
  private final Map<Line, long[]> lines = new TreeMap<>(Line.ORDER);

  /** A table for a run that ends at {@code endNanos}. */
  RateTable(long endNanos) {
    this.binNanos = Rates.niceBin(endNanos, BINS);
    this.bins = Math.toIntExact(endNanos / binNanos) + 1;
  }

  /** Takes in {@code operation}; an open one counts nowhere. */
  void add(Operation operation) {
    long end = operation.completedNanos();
    if (end == Operation.OPEN) {
      return;
    }
    Line line = new Line(operation.invocation().function(), operation.completion().kind());
    long[] counts = lines.computeIfAbsent(line, l -> new long[bins]);
    counts[Math.toIntExact(Math.clamp(end / binNanos, 0, bins - 1))]++;
  }

  /** Returns the rates. */
  Rates rates() {
    List<Rates.Series> series = new ArrayList<>();
    double seconds = binNanos / 1e9;
    lines.forEach((line, counts) ->
        series.add(
            new Rates.Series(
                line.function,
                line.ending,
                Arrays.stream(counts).mapToObj(c -> c / seconds).toList())));
    return new Rates(binNanos, series);
  }

  private record Line(String function, Completion.Kind ending) {
    static final Comparator<Line> ORDER =
        Comparator.comparing(Line::function).thenComparing(Line::ending);
  }
}
