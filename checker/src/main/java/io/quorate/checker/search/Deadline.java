package io.quorate.checker.search;

import java.util.function.LongSupplier;

/**
 * When a search must give up: it counts its steps here, and every {@link #STRIDE} steps the clock
 * it was given at the door is read.
 */
public final class Deadline {
  /** Steps between two looks at the clock, a power of two. */
  public static final int STRIDE = 1024;

  private final LongSupplier nanoTime;
  private final long endNanos;
  private final long maxSteps;
  private long steps;
  private boolean late;

  private Deadline(LongSupplier nanoTime, long endNanos, long maxSteps) {
    this.nanoTime = nanoTime;
    this.endNanos = endNanos;
    this.maxSteps = maxSteps;
  }

  /** Returns a deadline at {@code endNanos} of {@code nanoTime}. */
  public static Deadline at(LongSupplier nanoTime, long endNanos) {
    return new Deadline(nanoTime, endNanos, Long.MAX_VALUE);
  }

  /** Returns a deadline after {@code maxSteps} steps, whatever the time. */
  public static Deadline afterSteps(long maxSteps) {
    return new Deadline(() -> 0, Long.MAX_VALUE, maxSteps);
  }

  /** Returns a new deadline at the same time that also ends after {@code max} steps of its own. */
  public Deadline withSteps(long max) {
    return new Deadline(nanoTime, endNanos, max);
  }

  /** Returns a new deadline at the same time after one in {@code parts} of the steps left. */
  public Deadline part(int parts) {
    return withSteps(Math.max(0, maxSteps - steps) / parts);
  }

  /** Counts the steps that were counted by {@code other}, which was part of this one. */
  public void add(Deadline other) {
    steps += other.steps;
    late |= other.late;
  }

  /** Counts a step; returns whether it is one too many. */
  public boolean passed() {
    if ((steps++ & (STRIDE - 1)) == 0) {
      late |= nanoTime.getAsLong() - endNanos >= 0;
    }
    return late || steps > maxSteps;
  }

  /** Returns whether it has passed, without counting a step. */
  public boolean over() {
    return late || steps > maxSteps;
  }

  /** Returns whether it was the clock that ended it. */
  public boolean late() {
    return late;
  }

  /** Returns how many steps were counted. */
  public long steps() {
    return steps;
  }
}
