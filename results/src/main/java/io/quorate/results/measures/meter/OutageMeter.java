package io.quorate.results.measures.meter;

import io.quorate.history.Disturbance;
import io.quorate.results.measures.Outage;
import io.quorate.results.measures.Window;
import java.util.Arrays;

/**
 * Measures one {@link Outage} in two passes: the first finds the recovery, the second the gaps
 * before it. The ok operations may come in any order.
 */
final class OutageMeter {
  /** A gap this many times the usual one is an interruption: chance makes 1 in 20,000 of them. */
  static final int TIMES_USUAL = 10;

  /** No shorter gap is called an interruption. */
  static final long LEAST_FLOOR_NANOS = 50_000_000;

  private final Disturbance fault;
  private final Window inForce;
  private final long endNanos;
  private long firstInForce = Long.MAX_VALUE;
  private long firstAfterLift = Long.MAX_VALUE;
  private long[] completions = new long[64];
  private int size;

  OutageMeter(Disturbance fault, Window inForce, long endNanos) {
    this.fault = fault;
    this.inForce = inForce;
    this.endNanos = endNanos;
  }

  /** Returns the floor for clients who had {@code oks} ok operations in {@code nanos}. */
  static long floor(long nanos, long oks) {
    return oks == 0 ? LEAST_FLOOR_NANOS : Math.max(LEAST_FLOOR_NANOS, TIMES_USUAL * (nanos / oks));
  }

  /** First pass: an ok operation. */
  void seek(long invoked, long completed) {
    if (inForce.holds(invoked) && inForce.holds(completed)) {
      firstInForce = Math.min(firstInForce, completed);
    }
    if (lifted() && invoked >= fault.liftedNanos()) {
      firstAfterLift = Math.min(firstAfterLift, completed);
    }
  }

  /** Second pass: the completion of an ok operation. */
  void gap(long completed) {
    if (completed < from() || completed > to()) {
      return;
    }
    if (size == completions.length) {
      completions = Arrays.copyOf(completions, size * 2);
    }
    completions[size++] = completed;
  }

  /** Returns what was found. */
  Outage outage(long floorNanos) {
    Arrays.sort(completions, 0, size);
    long longest = 0;
    long total = 0;
    long last = from();
    for (int i = 0; i <= size; i++) {
      long next = i < size ? completions[i] : to();
      long gap = next - last;
      longest = Math.max(longest, gap);
      total += gap > floorNanos ? gap : 0;
      last = next;
    }
    return new Outage(
        longest,
        total,
        floorNanos,
        since(firstInForce, from()),
        lifted() ? since(firstAfterLift, fault.liftedNanos()) : Disturbance.NEVER);
  }

  /** Returns the end of the time looked at. */
  long to() {
    return Math.max(from(), firstAfterLift == Long.MAX_VALUE ? endNanos : firstAfterLift);
  }

  private long from() {
    return fault.commandedNanos();
  }

  private boolean lifted() {
    return fault.liftedNanos() != Disturbance.NEVER;
  }

  private static long since(long time, long start) {
    return time == Long.MAX_VALUE ? Disturbance.NEVER : time - start;
  }
}
