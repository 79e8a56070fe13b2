package io.quorate.workload.generator;

import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;
import java.util.List;

/**
 * One generator after the other.
 *
 * @param later those not begun
 * @param barrier whether the next one begins only when all workers shown are free
 */
record InOrder(Generator present, List<Generator> later, boolean barrier) implements Generator {
  @Override
  public Answer next(long nowNanos, Workers workers) {
    InOrder asked = this;
    while (true) {
      Answer answer = asked.present.next(nowNanos, workers);
      if (!(answer instanceof Done) || asked.later.isEmpty()) {
        return answer.within(asked::withPresent);
      }
      if (barrier && !workers.allFree()) {
        return new Waiting(asked.withPresent(answer.rest()));
      }
      asked = new InOrder(asked.later.get(0), asked.later.subList(1, asked.later.size()), barrier);
    }
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    return withPresent(present.update(nowNanos, workers, event));
  }

  private InOrder withPresent(Generator rest) {
    return rest.unchanged(present) ? this : new InOrder(rest, later, barrier);
  }
}
