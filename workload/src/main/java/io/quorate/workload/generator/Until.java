package io.quorate.workload.generator;

import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;
import java.util.BitSet;
import java.util.function.Predicate;

/**
 * A generator that is over once {@code left} of its own operations have ended in a certain way.
 *
 * @param counts which ends count
 * @param under the workers that have one of its operations under way
 */
record Until(int left, Predicate<WorkerEvent.Ended> counts, BitSet under, Generator of)
    implements Generator {
  @Override
  public Answer next(long nowNanos, Workers workers) {
    if (left == 0) {
      return new Done(this);
    }
    Answer answer = of.next(nowNanos, workers);
    return answer.within(
        rest -> answer instanceof Emit emit ? employing(emit.worker(), rest) : with(rest));
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    Generator rest = of.update(nowNanos, workers, event);
    if (!(event instanceof WorkerEvent.Ended ended) || !under.get(ended.worker())) {
      return with(rest);
    }
    BitSet others = (BitSet) under.clone();
    others.clear(ended.worker());
    return new Until(left > 0 && counts.test(ended) ? left - 1 : left, counts, others, rest);
  }

  private Until employing(int worker, Generator rest) {
    BitSet more = (BitSet) under.clone();
    more.set(worker);
    return new Until(left, counts, more, rest);
  }

  private Until with(Generator rest) {
    return rest.unchanged(of) ? this : new Until(left, counts, under, rest);
  }
}
