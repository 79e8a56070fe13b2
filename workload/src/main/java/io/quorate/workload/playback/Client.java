package io.quorate.workload.playback;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;

/** A made-up client: answers at once what will happen, and after how long. */
@FunctionalInterface
public interface Client {
  /** Answers an operation that {@code worker} begins at {@code nowNanos}. */
  Reply answer(long nowNanos, int worker, Invocation invocation);

  /** How an operation will end, so many nanoseconds after it began. */
  record Reply(long nanos, Completion completion) {
    /** Refuses an end before the beginning. */
    public Reply {
      if (nanos < 0) {
        throw new IllegalArgumentException("an answer cannot take " + nanos + " ns");
      }
    }
  }
}
