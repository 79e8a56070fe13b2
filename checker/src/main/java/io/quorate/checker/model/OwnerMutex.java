package io.quorate.checker.model;

import io.quorate.checker.Access;
import io.quorate.checker.Call;
import io.quorate.checker.RegisterModel;
import io.quorate.history.Operation;
import io.quorate.history.Value;

/** A lock that only its owner releases: the argument, or else the process that asks. */
record OwnerMutex() implements RegisterModel {
  private static final Value FREE = Value.of("free");

  @Override
  public String name() {
    return "owner-mutex";
  }

  @Override
  public Value initial() {
    return FREE;
  }

  @Override
  public Access access(Call call) {
    return switch (call.function()) {
      case "acquire" -> new Access.Cas(FREE, owner(call));
      case "release" -> new Access.Cas(owner(call), FREE);
      default -> throw Models.unknown("owner-mutex", "acquire and release", call);
    };
  }

  @Override
  public Call call(Operation operation, Call.Answer answer) {
    return owned(operation, answer);
  }

  static Call owned(Operation operation, Call.Answer answer) {
    Value argument = operation.invocation().argument();
    Value owner = argument.equals(Value.NIL) ? Value.of(operation.process()) : argument;
    return new Call(operation.invocation().function(), Value.sequence(owner), answer);
  }

  /** Refuses a call that nobody gave an owner: {@link #call} makes those that have one. */
  static Value owner(Call call) {
    if (call.argument() instanceof Value.Sequence one && one.items().size() == 1) {
      return call.argument();
    }
    throw new IllegalArgumentException("a lock with an owner met a call without one: " + call);
  }
}
