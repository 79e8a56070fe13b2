package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.history.Value;
import java.util.List;

/** One key of a map; the history is split by key. An absent key reads as nil or as "". */
record KeyValue() implements Model<Value> {
  private static final Value EMPTY = Value.of("");

  @Override
  public String name() {
    return "key-value";
  }

  @Override
  public Value initial() {
    return Value.NIL;
  }

  @Override
  public List<Value> step(Value state, Call call) {
    return switch (call.function()) {
      case "get", "read" ->
          call.answer() instanceof Call.Returned(Value said) && !plain(said).equals(state)
              ? List.of()
              : List.of(state);
      case "put", "write" -> List.of(plain(call.argument()));
      case "delete" -> List.of(Value.NIL);
      case "append" -> appended(state, call);
      default -> throw Models.unknown("key-value", "get, put, append and delete", call);
    };
  }

  private static List<Value> appended(Value state, Call call) {
    if (!(call.argument() instanceof Value.Text(String more))) {
      throw Models.unknown("key-value", "append of a text", call);
    }
    return switch (state) {
      case Value.Nil nil -> List.of(plain(call.argument()));
      case Value.Text(String text) -> List.of(Value.of(text + more));
      case Value.Int number -> List.of();
      case Value.Sequence sequence -> List.of();
    };
  }

  private static Value plain(Value value) {
    return value.equals(EMPTY) ? Value.NIL : value;
  }

  @Override
  public boolean pure(Call call) {
    return call.function().equals("get") || call.function().equals("read");
  }

  @Override
  public long bytes(Value state) {
    return 512 + (state instanceof Value.Text(String text) ? 2L * text.length() : 0);
  }
}
