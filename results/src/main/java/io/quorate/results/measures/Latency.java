package io.quorate.results.measures;

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
public record Latency(long count, long p50, long p90, long p99, long p999, long max) {}
