package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.checker.state.Chain;
import java.util.List;

/** What was pushed last is popped first; nil is the answer of an empty stack. */
record Stack() implements Model<Chain> {
  @Override
  public String name() {
    return "stack";
  }

  @Override
  public Chain initial() {
    return Chain.EMPTY;
  }

  @Override
  public List<Chain> step(Chain state, Call call) {
    return switch (call.function()) {
      case "push" -> List.of(state.with(Removal.item(this, call)));
      case "pop" ->
          Removal.next(state.size(), state.last(), call.answer())
              .map(taken -> taken ? state.rest() : state)
              .stream()
              .toList();
      default -> throw Models.unknown("stack", "push of something and pop", call);
    };
  }

  @Override
  public boolean pure(Call call) {
    return Removal.ofNothing("pop", call);
  }

  @Override
  public long bytes(Chain state) {
    return 512 + Chain.BYTES;
  }
}
