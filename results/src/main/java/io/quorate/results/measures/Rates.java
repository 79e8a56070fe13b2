package io.quorate.results.measures;

import io.quorate.history.Completion;
import java.util.List;

/**
 * Completions over time, by function and ending, in bins of equal length from the start of the run.
 *
 * @param binNanos length of a bin
 * @param series one a function and ending that occurred
 */
public record Rates(long binNanos, List<Series> series) {
  /** Keeps its own copy. */
  public Rates {
    series = List.copyOf(series);
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
