package io.quorate.workload.generator;

import io.quorate.history.Invocation;
import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;
import org.jspecify.annotations.Nullable;

/**
 * A generator whose operations are changed, or dropped where the function answers null. Events
 * reach it as they are: with the changed operation.
 */
record Mapped(Change change, Generator of) implements Generator {
  /** What becomes of an operation. */
  @FunctionalInterface
  interface Change {
    /** Answers null where the operation is dropped. */
    @Nullable Invocation of(Invocation invocation);
  }

  /** How many operations may be dropped in a row before the generator is called broken. */
  static final int MAX_DROPPED = 10_000;

  @Override
  public Answer next(long nowNanos, Workers workers) {
    Generator asked = of;
    for (int dropped = 0; dropped <= MAX_DROPPED; dropped++) {
      Answer answer = asked.next(nowNanos, workers);
      if (!(answer instanceof Emit emit)) {
        return answer.within(this::with);
      }
      Invocation changed = change.of(emit.invocation());
      if (changed != null) {
        return new Emit(changed, emit.worker(), emit.dueNanos(), with(emit.rest()));
      }
      asked = emit.rest();
    }
    throw new IllegalStateException(
        "a filter dropped " + MAX_DROPPED + " operations in a row: it lets nothing through");
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    return with(of.update(nowNanos, workers, event));
  }

  private Mapped with(Generator rest) {
    return rest.unchanged(of) ? this : new Mapped(change, rest);
  }
}
