package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.history.Value;
import java.util.List;

/** A number of 64 bits that wraps around as Java's does. */
record Counter() implements Model<Long> {
  @Override
  public String name() {
    return "counter";
  }

  @Override
  public Long initial() {
    return 0L;
  }

  @Override
  public List<Long> step(Long state, Call call) {
    return switch (call.function()) {
      case "read" -> answers(state, state, call);
      case "add", "increment" -> List.of(state + by(call));
      case "decrement" -> List.of(state - by(call));
      case "add-and-get" -> answers(state + by(call), state + by(call), call);
      case "get-and-add" -> answers(state + by(call), state, call);
      default ->
          throw Models.unknown(
              "counter", "read, add, increment, decrement, add-and-get, get-and-add", call);
    };
  }

  private static List<Long> answers(long next, long said, Call call) {
    return call.answer() instanceof Call.Returned(Value output) && !output.equals(Value.of(said))
        ? List.of()
        : List.of(next);
  }

  private static long by(Call call) {
    return switch (call.argument()) {
      case Value.Int(long number) -> number;
      case Value.Nil one -> 1;
      case Value.Text text -> throw Models.unknown("counter", "numbers", call);
      case Value.Sequence sequence -> throw Models.unknown("counter", "numbers", call);
    };
  }

  @Override
  public boolean pure(Call call) {
    return call.function().equals("read");
  }
}
