package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.history.Value;
import java.util.List;

record AppendList() implements Model<Value.Sequence> {
  @Override
  public String name() {
    return "append-list";
  }

  @Override
  public Value.Sequence initial() {
    return Items.NONE;
  }

  @Override
  public List<Value.Sequence> step(Value.Sequence state, Call call) {
    return switch (call.function()) {
      case "append" -> List.of(Items.append(state, call.argument()));
      case "read" ->
          call.answer() instanceof Call.Returned(Value said) && !Items.of(said).equals(state)
              ? List.of()
              : List.of(state);
      default -> throw Models.unknown("append-list", "append and read", call);
    };
  }

  @Override
  public boolean pure(Call call) {
    return call.function().equals("read");
  }

  @Override
  public long bytes(Value.Sequence state) {
    return Items.bytes(state);
  }
}
