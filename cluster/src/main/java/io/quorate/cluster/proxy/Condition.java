package io.quorate.cluster.proxy;

/** What all faults in force make of one directed link. */
record Condition(boolean cut, long delayNanos, long jitterNanos) {
  static final Condition SOUND = new Condition(false, 0, 0);

  /** Cut by either is cut, and delays add up. */
  Condition and(Condition other) {
    return new Condition(
        cut || other.cut, delayNanos + other.delayNanos, jitterNanos + other.jitterNanos);
  }
}
