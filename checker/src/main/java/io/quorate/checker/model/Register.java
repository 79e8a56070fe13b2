package io.quorate.checker.model;

import io.quorate.checker.Access;
import io.quorate.checker.Call;
import io.quorate.checker.RegisterModel;
import io.quorate.history.Value;

record Register(Value initial) implements RegisterModel {
  @Override
  public String name() {
    return Models.from("register", initial);
  }

  @Override
  public Access access(Call call) {
    return switch (call.function()) {
      case "read" -> read(call);
      case "write" -> new Access.Write(call.argument());
      default -> throw Models.unknown("register", "read and write", call);
    };
  }

  static Access read(Call call) {
    return call.answer() instanceof Call.Returned(Value output)
        ? new Access.Read(output)
        : new Access.Nothing();
  }
}
