package io.quorate.workload.library;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.RandomStream;
import io.quorate.history.Value;
import io.quorate.workload.Generator;
import io.quorate.workload.WorkerEvent;
import io.quorate.workload.Workers;
import io.quorate.workload.WorkloadOptions;
import io.quorate.workload.WorkloadOptions.Values;

/**
 * Reads, writes and compare-and-sets of one register, without end.
 *
 * @param written the last unique value used
 * @param seen the last value that an operation here observed or wrote for sure, nil before; with
 *     unique values a compare-and-set expects it, so that many of them succeed
 */
record RegisterKey(
    String key, WorkloadOptions options, RandomStream random, long written, Value seen)
    implements Generator {
  private static final int SMALL_VALUES = 5;

  static RegisterKey begin(String key, WorkloadOptions options, RandomStream random) {
    return new RegisterKey(key, options, random, 0, Value.NIL);
  }

  @Override
  public Answer next(long nowNanos, Workers workers) {
    int worker = workers.inTurn();
    if (worker == Workers.NOBODY) {
      return new Waiting(this);
    }
    Invocation chosen = chosen();
    boolean writes = !chosen.function().equals(Functions.READ);
    // Three positions an operation whatever it is, so that a kind never shifts the draws of others.
    RandomStream after = random.next().next().next();
    RegisterKey rest = new RegisterKey(key, options, after, writes ? written + 1 : written, seen);
    return new Emit(chosen, worker, nowNanos, rest);
  }

  @Override
  public Generator update(long nowNanos, Workers workers, WorkerEvent event) {
    if (!(event instanceof WorkerEvent.Ended ended)
        || !(ended.completion() instanceof Completion.Ok ok)
        || !key.equals(ended.invocation().key())) {
      return this;
    }
    Value now = Functions.valueAfter(ended.invocation(), ok);
    return now.equals(seen) ? this : new RegisterKey(key, options, random, written, now);
  }

  private Invocation chosen() {
    long draw = random.below((long) options.reads() + options.writes() + options.cas());
    if (draw < options.reads()) {
      return new Invocation(Functions.READ, key, Value.NIL);
    }
    boolean unique = options.values() == Values.UNIQUE;
    Value fresh = unique ? Value.of(written + 1) : small(random.next().next());
    boolean expectsNothing = unique && seen.equals(Value.NIL);
    if (draw < options.reads() + options.writes() || expectsNothing) {
      return new Invocation(Functions.WRITE, key, fresh);
    }
    Value expected = unique ? seen : small(random.next());
    return new Invocation(Functions.CAS, key, Value.sequence(expected, fresh));
  }

  private static Value small(RandomStream at) {
    return Value.of(at.below(SMALL_VALUES));
  }
}
