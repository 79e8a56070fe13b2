package io.quorate.checker.model;

import io.quorate.checker.Access;
import io.quorate.checker.Call;
import io.quorate.checker.RegisterModel;
import io.quorate.history.Value;

record TestAndSet() implements RegisterModel {
  private static final Value CLEAR = Value.of(0);
  private static final Value SET = Value.of(1);

  @Override
  public String name() {
    return "test-and-set";
  }

  @Override
  public Value initial() {
    return CLEAR;
  }

  /** An unknown test-and-set that lost changed nothing: only the winner needs a place. */
  @Override
  public Access access(Call call) {
    return switch (call.function()) {
      case "read" -> Register.read(call);
      case "reset" -> new Access.Write(CLEAR);
      case "test-and-set" ->
          call.answer() instanceof Call.Returned(Value output) && !output.equals(CLEAR)
              ? new Access.Read(output)
              : new Access.Cas(CLEAR, SET);
      default -> throw Models.unknown("test-and-set", "test-and-set, reset and read", call);
    };
  }
}
