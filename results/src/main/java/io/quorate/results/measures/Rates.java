package io.quorate.results.measures;

import io.quorate.history.Completion;
import java.util.List;

/**
 * Completions over time, by function and ending, in bins of equal length from the start of the run.
 * The last bin may reach beyond its end.
 *
 * @param binNanos length of a bin
 * @param series one a function and ending that occurred
 */
public record Rates(long binNanos, List<Series> series) {
  /** Keeps its own copy. */
  public Rates {
    series = List.copyOf(series);
  }

  /** The shortest bin. */
  private static final long LEAST_BIN_NANOS = 10_000_000;

  /**
   * Returns 1, 2 or 5 times a power of ten: the least that cuts a run into at most {@code bins}.
   */
  public static long niceBin(long endNanos, int bins) {
    int[] steps = {2, 5, 10};
    long decade = LEAST_BIN_NANOS;
    long bin = decade;
    for (int i = 0; endNanos / bin > bins; i++) {
      bin = decade * steps[i % 3];
      decade = i % 3 == 2 ? decade * 10 : decade;
    }
    return bin;
  }

  /**
   * One line of it.
   *
   * @param function which function
   * @param ending how they ended
   * @param perSecond operations per second, a bin each
   */
  public record Series(String function, Completion.Kind ending, List<Double> perSecond) {
    /** Keeps its own copy. */
    public Series {
      perSecond = List.copyOf(perSecond);
    }
  }
}
