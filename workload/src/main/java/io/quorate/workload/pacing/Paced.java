package io.quorate.workload.pacing;

import io.quorate.history.RandomStream;
import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;

/**
 * A generator slowed down to a rate over all its workers.
 *
 * <p>Open loop: the due times are drawn whatever the system does. An operation that finds no free
 * worker is emitted late and keeps its due time, so that a stall of the system shows in every
 * operation that a user would have asked meanwhile (no coordinated omission).
 *
 * <p>Closed loop: what could not be asked in time is not made up for, but for {@link
 * #CATCH_UP_NANOS}, which only heals the imprecision of timers.
 *
 * @param nextNanos when the next one is due, {@link TimeLimited#UNASKED} before the first question
 */
record Paced(Gap gap, boolean open, long nextNanos, RandomStream random, Generator of)
    implements Generator {
  static final long CATCH_UP_NANOS = 20_000_000;

  @Override
  public Answer next(long nowNanos, Workers workers) {
    long due = nextNanos == TimeLimited.UNASKED ? nowNanos : nextNanos;
    if (due > nowNanos) {
      return new NotBefore(due, this);
    }
    return switch (of.next(nowNanos, workers)) {
      case Emit e ->
          new Emit(e.invocation(), e.worker(), open ? due : e.dueNanos(), after(due, nowNanos, e));
      case NotBefore n -> new NotBefore(n.nanos(), with(due, n.rest()));
      case Waiting w -> new Waiting(with(due, w.rest()));
      case Done d -> new Done(with(due, d.rest()));
    };
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    return with(nextNanos, of.update(nowNanos, workers, event));
  }

  private Paced after(long due, long nowNanos, Emit emit) {
    long from = open ? due : Math.max(due, nowNanos - CATCH_UP_NANOS);
    return new Paced(gap, open, from + gap.nanos(random), random.next(), emit.rest());
  }

  private Paced with(long due, Generator rest) {
    return rest.unchanged(of) && due == nextNanos ? this : new Paced(gap, open, due, random, rest);
  }
}
