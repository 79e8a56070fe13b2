package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.checker.state.Order;
import io.quorate.history.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Several registers that a transaction reads and writes together; a state is its [key value]s. */
record MultiRegister() implements Model<Value.Sequence> {
  private static final Value.Sequence NONE = new Value.Sequence(List.of());

  @Override
  public String name() {
    return "multi-register";
  }

  @Override
  public Value.Sequence initial() {
    return NONE;
  }

  /** The answer repeats the transaction with what was read; a read in doubt fits everything. */
  @Override
  public List<Value.Sequence> step(Value.Sequence state, Call call) {
    if (!call.function().equals("txn")) {
      throw unknown(call);
    }
    boolean told =
        call.answer() instanceof Call.Returned(Value said) && said instanceof Value.Sequence;
    Value steps =
        told && call.answer() instanceof Call.Returned(Value said) ? said : call.argument();
    Map<Value, Value> registers = new TreeMap<>(Order::compare);
    state.items().forEach(pair -> registers.put(part(pair, 0, call), part(pair, 1, call)));
    for (Value step : AppendList.items(steps)) {
      if (writes(step, call)) {
        registers.put(part(step, 1, call), part(step, 2, call));
      } else if (told && !holds(registers, step, call)) {
        return List.of();
      }
    }
    return List.of(state(registers));
  }

  @Override
  public boolean pure(Call call) {
    return AppendList.items(call.argument()).stream().noneMatch(step -> writes(step, call));
  }

  private static Value.Sequence state(Map<Value, Value> registers) {
    registers.values().removeIf(Value.NIL::equals);
    return new Value.Sequence(
        registers.entrySet().stream()
            .<Value>map(entry -> Value.sequence(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static boolean holds(Map<Value, Value> registers, Value step, Call call) {
    return registers.getOrDefault(part(step, 1, call), Value.NIL).equals(part(step, 2, call));
  }

  private static boolean writes(Value step, Call call) {
    if (part(step, 0, call) instanceof Value.Text(String what)) {
      if (what.equals("w") || what.equals("write")) {
        return true;
      } else if (what.equals("r") || what.equals("read")) {
        return false;
      }
    }
    throw unknown(call);
  }

  private static Value part(Value step, int n, Call call) {
    if (step instanceof Value.Sequence(List<Value> parts) && n < parts.size()) {
      return parts.get(n);
    }
    throw unknown(call);
  }

  private static IllegalArgumentException unknown(Call call) {
    return Models.unknown("multi-register", "txn of [[\"r\" key nil] [\"w\" key value] ...]", call);
  }

  @Override
  public long bytes(Value.Sequence state) {
    return 512 + 160L * state.items().size();
  }
}
