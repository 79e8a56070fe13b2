package io.quorate.workload.generator;

import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;

/** At most {@code left} more operations of {@code of}. */
record Limited(long left, Generator of) implements Generator {
  @Override
  public Answer next(long nowNanos, Workers workers) {
    if (left == 0) {
      return new Done(this);
    }
    Answer answer = of.next(nowNanos, workers);
    return answer.within(rest -> with(answer instanceof Emit ? left - 1 : left, rest));
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    return with(left, of.update(nowNanos, workers, event));
  }

  private Limited with(long stillLeft, Generator rest) {
    return rest.unchanged(of) && stillLeft == left ? this : new Limited(stillLeft, rest);
  }
}
