package io.quorate.workload.generator;

import io.quorate.history.Invocation;
import io.quorate.history.RandomStream;
import io.quorate.workload.Generator;
import io.quorate.workload.Workers;
import java.util.function.Function;

/** Operations without end, each made from the next position of a random stream. */
record Drawn(RandomStream random, Function<RandomStream, Invocation> made) implements Generator {
  @Override
  public Answer next(long nowNanos, Workers workers) {
    int worker = workers.inTurn();
    return worker == Workers.NOBODY
        ? new Waiting(this)
        : new Emit(made.apply(random), worker, nowNanos, new Drawn(random.next(), made));
  }
}
