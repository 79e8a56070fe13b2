package io.quorate.results.measures;

import io.quorate.history.Disturbance;

/**
 * How long clients went without an ok operation because of a fault, and when they had one again.
 *
 * <p>Looked at from the command to the recovery: the first ok operation invoked after the lift, or
 * the end of the run. All in nanoseconds, {@link Disturbance#NEVER} for what never came.
 *
 * @param longestNanos the longest stretch without an ok completion
 * @param totalNanos all stretches together that are longer than {@code floorNanos}
 * @param floorNanos what counts as an interruption: several times the gap that is usual for these
 *     clients while nothing is broken
 * @param firstOkInForceNanos from the command to the first ok of an operation that was invoked
 *     while the fault was proven in force
 * @param firstOkAfterLiftNanos from the lift to the first ok of an operation invoked after it
 */
public record Outage(
    long longestNanos,
    long totalNanos,
    long floorNanos,
    long firstOkInForceNanos,
    long firstOkAfterLiftNanos) {
  /** Whether clients were served again after the fault was lifted. */
  public boolean recovered() {
    return firstOkAfterLiftNanos != Disturbance.NEVER;
  }
}
