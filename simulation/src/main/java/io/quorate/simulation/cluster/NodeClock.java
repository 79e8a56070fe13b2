package io.quorate.simulation.cluster;

/** The monotonic clock of one machine: it may run fast or slow, and never goes back. */
final class NodeClock {
  private static final long PER_MILLION = 1_000_000;

  private long trueNanos;
  private long shownNanos;
  private long rate = PER_MILLION;

  /** What it shows at {@code now} of true time. */
  long shows(long now) {
    return shownNanos + scaled(now - trueNanos, rate, PER_MILLION);
  }

  /** How long {@code nanos} on it truly take, at its present rate. */
  long takes(long nanos) {
    return scaled(nanos, PER_MILLION, rate);
  }

  /** Its present rate, in millionths of the right one. */
  long rate() {
    return rate;
  }

  /** From {@code now} on it runs at {@code perMillion} of the right rate. */
  void run(long now, long perMillion) {
    if (perMillion <= 0) {
      throw new IllegalArgumentException("a clock goes forward, got " + perMillion);
    }
    shownNanos = shows(now);
    trueNanos = now;
    rate = perMillion;
  }

  private static long scaled(long nanos, long by, long per) {
    return Math.multiplyExact(nanos / 1_000, by) / per * 1_000 + nanos % 1_000;
  }
}
