package io.quorate.workload.sharing;

import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;
import java.util.BitSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A generator that sees only some workers, and only what becomes of them; done when there are none.
 *
 * @param members the numbers that {@code chosen} takes, null before the first question
 */
record OnWorkers(IntPredicate chosen, @Nullable BitSet members, Generator of) implements Generator {
  @Override
  public Answer next(long nowNanos, Workers workers) {
    BitSet known = members == null ? membersAmong(workers.count()) : members;
    Workers seen = workers.only(known);
    Answer answer = seen.isEmpty() ? new Done(of) : of.next(nowNanos, seen);
    return answer.within(rest -> new OnWorkers(chosen, known, rest));
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    if (members == null || !members.get(event.worker())) {
      return this;
    }
    Generator rest = of.update(nowNanos, workers.only(members), event);
    return rest.unchanged(of) ? this : new OnWorkers(chosen, members, rest);
  }

  private BitSet membersAmong(int count) {
    BitSet found = new BitSet(count);
    for (int number = 0; number < count; number++) {
      found.set(number, chosen.test(number));
    }
    return found;
  }
}
