package io.quorate.results.measures;

import org.HdrHistogram.Histogram;

/**
 * A distribution of durations, to three significant digits, in nanoseconds.
 *
 * @param count how many there were; all else is 0 when none
 * @param p50 the median
 * @param p90 nine of ten were no longer
 * @param p99 99 of 100 were no longer
 * @param p999 999 of 1000 were no longer
 * @param max the longest
 */
public record Latency(long count, long p50, long p90, long p99, long p999, long max) {
  /** The longest duration told apart: an hour. Longer ones count as an hour. */
  static final long LONGEST_NANOS = 3_600_000_000_000L;

  static Histogram histogram() {
    return new Histogram(LONGEST_NANOS, 3);
  }

  static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.clamp(nanos, 0, LONGEST_NANOS));
  }

  static Latency of(Histogram h) {
    return new Latency(
        h.getTotalCount(),
        h.getValueAtPercentile(50),
        h.getValueAtPercentile(90),
        h.getValueAtPercentile(99),
        h.getValueAtPercentile(99.9),
        h.getMaxValue());
  }
}
