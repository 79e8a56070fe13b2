package io.quorate.results.measures;

import io.quorate.history.Disturbance;

/**
 * A closed stretch of the run, nanoseconds from its start.
 *
 * @param fromNanos its first moment
 * @param toNanos its last moment
 */
public record Window(long fromNanos, long toNanos) {
  /** Refuses an end before the beginning. */
  public Window {
    if (toNanos < fromNanos) {
      throw new IllegalArgumentException("a window from " + fromNanos + " to " + toNanos);
    }
  }

  /**
   * Returns the time {@code fault} can be felt: from its command until it was seen gone, or to the
   * end of the run where that never was. A stall of the toolkit is nobody's command: it is felt
   * from when it was seen.
   */
  public static Window felt(Disturbance fault, long endNanos) {
    long from = first(fault.commandedNanos(), fault.plannedNanos(), fault.confirmedNanos());
    long to = first(fault.confirmedLiftedNanos(), endNanos);
    return new Window(from, Math.max(from, to));
  }

  /**
   * Returns the time {@code fault} was surely in force: from its proof, or where there is none its
   * command, until the world was told to lift it.
   */
  public static Window inForce(Disturbance fault, long endNanos) {
    long from = first(fault.confirmedNanos(), fault.commandedNanos(), fault.plannedNanos());
    long to = first(fault.liftedNanos(), fault.confirmedLiftedNanos(), endNanos);
    return new Window(from, Math.max(from, to));
  }

  /** Returns its length. */
  public long nanos() {
    return toNanos - fromNanos;
  }

  /** Whether both share a moment. */
  public boolean overlaps(long otherFrom, long otherTo) {
    return otherFrom <= toNanos && otherTo >= fromNanos;
  }

  /** Whether both share a moment. */
  public boolean overlaps(Window other) {
    return overlaps(other.fromNanos, other.toNanos);
  }

  /** Whether {@code nanos} lies in it. */
  public boolean holds(long nanos) {
    return nanos >= fromNanos && nanos <= toNanos;
  }

  private static long first(long... times) {
    for (long time : times) {
      if (time != Disturbance.NEVER) {
        return time;
      }
    }
    return 0;
  }
}
