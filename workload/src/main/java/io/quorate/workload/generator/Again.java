package io.quorate.workload.generator;

import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;

/**
 * A generator begun again whenever it is done.
 *
 * @param original as it is begun each time
 * @param times how often it is begun again still, {@link Long#MAX_VALUE} for ever
 */
record Again(Generator original, Generator present, long times) implements Generator {
  @Override
  public Answer next(long nowNanos, Workers workers) {
    Answer answer = present.next(nowNanos, workers);
    if (!(answer instanceof Done) || times == 0) {
      return answer.within(rest -> begun(rest, times));
    }
    long left = times == Long.MAX_VALUE ? times : times - 1;
    return original.next(nowNanos, workers).within(rest -> begun(rest, left));
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    return begun(present.update(nowNanos, workers, event), times);
  }

  private Again begun(Generator rest, long left) {
    return new Again(original, rest, left);
  }
}
