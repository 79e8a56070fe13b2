package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.history.Value;
import java.util.List;

record SetOfValues() implements Model<Value.Sequence> {
  private static final List<Value> YES = List.of(Value.of(1), Value.of("true"));

  @Override
  public String name() {
    return "set";
  }

  @Override
  public Value.Sequence initial() {
    return Items.NONE;
  }

  @Override
  public List<Value.Sequence> step(Value.Sequence state, Call call) {
    int at = state.items().indexOf(call.argument());
    return switch (call.function()) {
      case "add" -> List.of(at < 0 ? Items.insert(state, call.argument()) : state);
      case "remove" -> List.of(at < 0 ? state : Items.without(state, at));
      case "contains" ->
          call.answer() instanceof Call.Returned(Value said) && YES.contains(said) != at >= 0
              ? List.of()
              : List.of(state);
      case "read" ->
          call.answer() instanceof Call.Returned(Value said) && !Items.set(said).equals(state)
              ? List.of()
              : List.of(state);
      default -> throw Models.unknown("set", "add, remove, contains and read", call);
    };
  }

  @Override
  public boolean pure(Call call) {
    return call.function().equals("read") || call.function().equals("contains");
  }

  @Override
  public long bytes(Value.Sequence state) {
    return Items.bytes(state);
  }
}
