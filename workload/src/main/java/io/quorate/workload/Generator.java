package io.quorate.workload;

import io.quorate.history.Invocation;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

  /**
   * Whether this is {@code before} itself, so that what holds it need not change. Identity, since
   * equality would walk the whole tree.
   */
  @SuppressWarnings("ReferenceEquality")
  default boolean unchanged(@Nullable Generator before) {
    return this == before;
  }

  /** What a generator answers. */
  sealed interface Answer {
    /** The generator to ask the next time. */
    Generator rest();

    /**
     * Returns this answer as that of a generator which the one that gave it is a part of.
     *
     * @param whole given the part's successor, the successor of the whole
     */
    default Answer within(UnaryOperator<Generator> whole) {
      return switch (this) {
        case Emit e -> new Emit(e.invocation, e.worker, e.dueNanos, whole.apply(e.rest));
        case NotBefore n -> new NotBefore(n.nanos, whole.apply(n.rest));
        case Waiting w -> new Waiting(whole.apply(w.rest));
        case Done d -> new Done(whole.apply(d.rest));
      };
    }
  }

  /**
   * Invoke this operation at {@code dueNanos}, or at once when that has passed.
   *
   * @param worker a free worker's number
   * @param dueNanos the intended start; never later than the time asked at, and never earlier than
   *     the due time emitted before by the same source (of two open loops side by side each keeps
   *     its own)
   */
  record Emit(Invocation invocation, int worker, long dueNanos, Generator rest) implements Answer {}

  /** Nothing now; ask again at {@code nanos}, or earlier after any update. */
  record NotBefore(long nanos, Generator rest) implements Answer {}

  /** Nothing now; ask again after an update. */
  record Waiting(Generator rest) implements Answer {}

  /** Nothing ever again. */
  record Done(Generator rest) implements Answer {}
}
