package io.quorate.workload.sharing;

import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;

/** A generator that employs the workers one after the other, round the circle. */
record InTurns(int turn, Generator of) implements Generator {
  @Override
  public Answer next(long nowNanos, Workers workers) {
    return switch (of.next(nowNanos, workers.startingAt(turn))) {
      case Emit e -> {
        InTurns rest = new InTurns((e.worker() + 1) % workers.count(), e.rest());
        yield new Emit(e.invocation(), e.worker(), e.dueNanos(), rest);
      }
      case NotBefore n -> new NotBefore(n.nanos(), with(n.rest()));
      case Waiting w -> new Waiting(with(w.rest()));
      case Done d -> new Done(with(d.rest()));
    };
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    return with(of.update(nowNanos, workers.startingAt(turn), event));
  }

  private InTurns with(Generator rest) {
    return rest.unchanged(of) ? this : new InTurns(turn, rest);
  }
}
