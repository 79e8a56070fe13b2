package io.quorate.workload.playback;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.util.HashMap;
import java.util.Map;

/** A client of registers that are perfect: each operation takes effect at once. Mutable. */
public final class IdealRegisters implements Client {
  private final Map<String, Value> registers = new HashMap<>();
  private final long nanos;

  /** Begins with empty registers, every operation taking {@code nanos}. */
  public IdealRegisters(long nanos) {
    this.nanos = nanos;
  }

  @Override
  public Reply answer(long nowNanos, int worker, Invocation invocation) {
    String key = String.valueOf(invocation.key());
    Value present = registers.getOrDefault(key, Value.NIL);
    return new Reply(nanos, completion(key, present, invocation.argument()));
  }

  private Completion completion(String key, Value present, Value argument) {
    if (argument instanceof Value.Nil) {
      return new Completion.Ok(present);
    }
    Value written = argument;
    if (argument instanceof Value.Sequence pair) {
      if (!pair.items().get(0).equals(present)) {
        return new Completion.Fail(Completion.Fail.MISMATCH);
      }
      written = pair.items().get(1);
    }
    registers.put(key, written);
    return new Completion.Ok(argument);
  }
}
