package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.checker.state.Bag;
import io.quorate.history.Value;
import java.util.List;

/**
 * What was added and not removed; a read answers with all of it, in any order.
 *
 * @param reads what is known of the reads to come
 */
record SetOfValues(Reads reads) implements Model<Bag> {
  private static final List<Value> YES = List.of(Value.of(1), Value.of("true"));

  SetOfValues() {
    this(Reads.UNKNOWN);
  }

  @Override
  public String name() {
    return "set";
  }

  @Override
  public Bag initial() {
    return Bag.EMPTY;
  }

  @Override
  public List<Bag> step(Bag state, Call call) {
    boolean has = state.count(call.argument()) > 0;
    return switch (call.function()) {
      case "add" -> added(state, call.argument(), has);
      case "remove" -> List.of(has ? state.without(call.argument()) : state);
      case "contains" ->
          call.answer() instanceof Call.Returned(Value said) && YES.contains(said) != has
              ? List.of()
              : List.of(state);
      case "read" ->
          call.answer() instanceof Call.Returned(Value said) && !holds(state, said)
              ? List.of()
              : List.of(state);
      default -> throw Models.unknown("set", "add, remove, contains and read", call);
    };
  }

  private List<Bag> added(Bag state, Value item, boolean has) {
    if (has) {
      return List.of(state);
    }
    return state.size() < reads.before(item) ? List.of() : List.of(state.with(item));
  }

  @Override
  public Model<Bag> knowing(List<Step> steps) {
    return new SetOfValues(Reads.of(steps));
  }

  private static boolean holds(Bag state, Value said) {
    List<Value> different = AppendList.items(said).stream().distinct().toList();
    return different.size() == state.size()
        && different.stream().allMatch(item -> state.count(item) > 0);
  }

  @Override
  public boolean pure(Call call) {
    return call.function().equals("read") || call.function().equals("contains");
  }

  @Override
  public long bytes(Bag state) {
    return 512 + state.bytes();
  }
}
