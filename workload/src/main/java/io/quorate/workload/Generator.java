package io.quorate.workload;

import io.quorate.history.Invocation;

/**
 * Chooses what is asked next: a pure value, as in Jepsen's generators.
 *
 * <p>Asked with the present time and the free workers it answers with an operation, with the
 * earliest time at which asking again makes sense, with "not before something completes", or with
 * "never again". It is immutable: the answer carries its successor. Randomness is part of the
 * generator's own state, split by name from the run's seed.
 */
public interface Generator {
  /**
   * Chooses the next operation.
   *
   * @param nowNanos nanoseconds since the start of the run
   * @param workers who there is, and who is free
   */
  Answer next(long nowNanos, Workers workers);

  /** Returns the successor that knows of {@code event}. Most generators do not care. */
  default Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    return this;
  }

  /** What a generator answers. */
  sealed interface Answer {
    /** The generator to ask the next time. */
    Generator rest();
  }

  /**
   * Invoke this operation at {@code dueNanos}, or at once when that has passed.
   *
   * @param worker a free worker's number
   * @param dueNanos the intended start; never earlier than the due time emitted before
   */
  record Emit(Invocation invocation, int worker, long dueNanos, Generator rest) implements Answer {}

  /** Nothing now; ask again at {@code nanos}, or earlier after any update. */
  record NotBefore(long nanos, Generator rest) implements Answer {}

  /** Nothing now; ask again after an update. */
  record Waiting(Generator rest) implements Answer {}

  /** Nothing ever again. */
  record Done(Generator rest) implements Answer {}
}
