package io.quorate.checker.model;

import io.quorate.checker.Access;
import io.quorate.checker.Call;
import io.quorate.checker.RegisterModel;
import io.quorate.history.Value;

/** A register of which a read that returned nil was not told what it saw, as Knossos has it. */
record NilUntold(RegisterModel register) implements RegisterModel {
  private static final Call.Answer NIL = new Call.Returned(Value.NIL);

  @Override
  public String name() {
    return register.name() + " (a read of nil says nothing)";
  }

  @Override
  public Value initial() {
    return register.initial();
  }

  @Override
  public Access access(Call call) {
    return call.function().equals("read") && call.answer().equals(NIL)
        ? new Access.Nothing()
        : register.access(call);
  }
}
