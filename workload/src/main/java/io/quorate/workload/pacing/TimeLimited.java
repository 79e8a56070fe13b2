package io.quorate.workload.pacing;

import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;

/**
 * A generator for so long, from the moment it is asked first. What came due in time and found no
 * free worker is dropped at the end.
 *
 * @param endNanos when it ends, {@link #UNASKED} before it was asked
 */
record TimeLimited(long nanos, long endNanos, Generator of) implements Generator {
  static final long UNASKED = Long.MIN_VALUE;

  @Override
  public Answer next(long nowNanos, Workers workers) {
    long end = endNanos == UNASKED ? nowNanos + nanos : endNanos;
    if (nowNanos >= end) {
      return new Done(with(end, of));
    }
    Answer answer = TimeLimited.endingAt(end, of.next(nowNanos, workers));
    return answer.within(rest -> with(end, rest));
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    return with(endNanos, of.update(nowNanos, workers, event));
  }

  /** Returns {@code answer}, but to be asked again at {@code endNanos} at the latest. */
  static Answer endingAt(long endNanos, Answer answer) {
    return switch (answer) {
      case Emit e -> e;
      case NotBefore n -> n.nanos() <= endNanos ? n : new NotBefore(endNanos, n.rest());
      case Waiting w -> new NotBefore(endNanos, w.rest());
      case Done d -> d;
    };
  }

  private TimeLimited with(long end, Generator rest) {
    return rest.unchanged(of) && end == endNanos ? this : new TimeLimited(nanos, end, rest);
  }
}
