package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.List;

/** A lock that its owner may acquire again, and releases as often. */
record ReentrantMutex() implements Model<ReentrantMutex.Hold> {
  private static final Hold FREE = new Hold(Value.NIL, 0);

  record Hold(Value owner, int times) {
    @Override
    public String toString() {
      return times == 0 ? "free" : "held " + times + " times by " + owner;
    }
  }

  @Override
  public String name() {
    return "reentrant-mutex";
  }

  @Override
  public Hold initial() {
    return FREE;
  }

  @Override
  public List<Hold> step(Hold state, Call call) {
    Value owner = OwnerMutex.owner(call);
    boolean owns = state.owner().equals(owner);
    return switch (call.function()) {
      case "acquire" ->
          owns || state.times() == 0 ? List.of(new Hold(owner, state.times() + 1)) : List.of();
      case "release" ->
          owns
              ? List.of(state.times() == 1 ? FREE : new Hold(owner, state.times() - 1))
              : List.of();
      default -> throw Models.unknown("reentrant-mutex", "acquire and release", call);
    };
  }

  @Override
  public Call call(Operation operation, Call.Answer answer) {
    return OwnerMutex.owned(operation, answer);
  }
}
