package io.quorate.workload.generator;

import io.quorate.history.Invocation;
import io.quorate.workload.Generator;
import io.quorate.workload.Workers;
import java.util.List;

/** These operations in this order, once. */
record Scripted(List<Invocation> script, int at) implements Generator {
  @Override
  public Answer next(long nowNanos, Workers workers) {
    if (at == script.size()) {
      return new Done(this);
    }
    int worker = workers.inTurn();
    return worker == Workers.NOBODY
        ? new Waiting(this)
        : new Emit(script.get(at), worker, nowNanos, new Scripted(script, at + 1));
  }
}
