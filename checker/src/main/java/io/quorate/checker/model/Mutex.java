package io.quorate.checker.model;

import io.quorate.checker.Access;
import io.quorate.checker.Call;
import io.quorate.checker.RegisterModel;
import io.quorate.history.Value;

record Mutex() implements RegisterModel {
  private static final Value FREE = Value.of("free");
  private static final Value HELD = Value.of("held");

  @Override
  public String name() {
    return "mutex";
  }

  @Override
  public Value initial() {
    return FREE;
  }

  @Override
  public Access access(Call call) {
    return switch (call.function()) {
      case "acquire" -> new Access.Cas(FREE, HELD);
      case "release" -> new Access.Cas(HELD, FREE);
      default -> throw Models.unknown("mutex", "acquire and release", call);
    };
  }
}
