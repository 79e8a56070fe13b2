package io.quorate.checker.model;

import io.quorate.checker.Access;
import io.quorate.checker.Call;
import io.quorate.checker.RegisterModel;
import io.quorate.history.Value;

record CasRegister(Value initial) implements RegisterModel {
  @Override
  public String name() {
    return Models.from("cas-register", initial);
  }

  @Override
  public Access access(Call call) {
    return switch (call.function()) {
      case "read" -> Register.read(call);
      case "write" -> new Access.Write(call.argument());
      case "cas" -> cas(call);
      default -> throw Models.unknown("cas-register", "read, write and cas", call);
    };
  }

  private static Access cas(Call call) {
    if (call.argument() instanceof Value.Sequence pair && pair.items().size() == 2) {
      return call.answer() instanceof Call.Refused
          ? new Access.Differs(pair.items().get(0))
          : new Access.Cas(pair.items().get(0), pair.items().get(1));
    }
    throw Models.unknown("cas-register", "cas with argument [from, to]", call);
  }
}
