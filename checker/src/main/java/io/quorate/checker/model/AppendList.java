package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.checker.state.Chain;
import io.quorate.history.Value;
import java.util.List;

/**
 * A list that only grows; a read answers with all of it.
 *
 * @param longest what it surely held at some time: nothing can be appended against that order
 */
record AppendList(List<Value> longest) implements Model<Chain> {
  AppendList() {
    this(List.of());
  }

  @Override
  public String name() {
    return "append-list";
  }

  @Override
  public Chain initial() {
    return Chain.EMPTY;
  }

  @Override
  public List<Chain> step(Chain state, Call call) {
    return switch (call.function()) {
      case "append" ->
          state.size() < longest.size() && !longest.get(state.size()).equals(call.argument())
              ? List.of()
              : List.of(state.with(call.argument()));
      case "read" ->
          call.answer() instanceof Call.Returned(Value said) && !state.holds(items(said))
              ? List.of()
              : List.of(state);
      default -> throw Models.unknown("append-list", "append and read", call);
    };
  }

  /** Returns what was read as a list; nil is the empty one. */
  static List<Value> items(Value read) {
    return switch (read) {
      case Value.Sequence(List<Value> items) -> items;
      case Value.Nil nil -> List.of();
      case Value.Int one -> List.of(one);
      case Value.Text one -> List.of(one);
    };
  }

  @Override
  public Model<Chain> knowing(List<Step> steps) {
    List<Value> most = List.of();
    for (Step step : steps) {
      if (step.call().function().equals("read")
          && step.call().answer() instanceof Call.Returned(Value said)
          && items(said).size() > most.size()) {
        most = items(said);
      }
    }
    return new AppendList(most);
  }

  @Override
  public boolean pure(Call call) {
    return call.function().equals("read");
  }

  @Override
  public long bytes(Chain state) {
    return 512 + Chain.BYTES;
  }
}
