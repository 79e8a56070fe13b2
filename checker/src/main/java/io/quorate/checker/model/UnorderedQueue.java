package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.checker.state.Bag;
import io.quorate.history.Value;
import java.util.List;

/** Anything enqueued is dequeued in any order; nil is the answer of an empty queue. */
record UnorderedQueue() implements Model<Bag> {
  @Override
  public String name() {
    return "unordered-queue";
  }

  @Override
  public Bag initial() {
    return Bag.EMPTY;
  }

  @Override
  public List<Bag> step(Bag state, Call call) {
    return switch (call.function()) {
      case "enqueue" -> List.of(state.with(Removal.item(this, call)));
      case "dequeue" -> dequeued(state, call.answer());
      default -> throw Models.unknown(name(), "enqueue of something and dequeue", call);
    };
  }

  private static List<Bag> dequeued(Bag state, Call.Answer answer) {
    if (answer instanceof Call.Returned(Value said) && !said.equals(Value.NIL)) {
      return state.count(said) > 0 ? List.of(state.without(said)) : List.of();
    }
    if (state.size() == 0) {
      return List.of(state);
    }
    return answer instanceof Call.Returned
        ? List.of()
        : state.values().stream().map(state::without).toList();
  }

  @Override
  public boolean pure(Call call) {
    return Removal.ofNothing("dequeue", call);
  }

  @Override
  public long bytes(Bag state) {
    return 512 + state.bytes();
  }
}
