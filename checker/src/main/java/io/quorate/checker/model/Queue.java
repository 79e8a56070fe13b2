package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.List;

/** Items put in and taken out; which one comes out next is the discipline. */
record Queue(Discipline discipline) implements Model<Value.Sequence> {
  enum Discipline {
    FIFO("fifo-queue", "enqueue", "dequeue"),
    LIFO("stack", "push", "pop"),
    ANY("unordered-queue", "enqueue", "dequeue");

    private final String model;
    private final String put;
    private final String take;

    Discipline(String model, String put, String take) {
      this.model = model;
      this.put = put;
      this.take = take;
    }
  }

  @Override
  public String name() {
    return discipline.model;
  }

  @Override
  public Value.Sequence initial() {
    return Items.NONE;
  }

  @Override
  public List<Value.Sequence> step(Value.Sequence state, Call call) {
    if (call.function().equals(discipline.put) && !call.argument().equals(Value.NIL)) {
      return List.of(
          discipline == Discipline.ANY
              ? Items.insert(state, call.argument())
              : Items.append(state, call.argument()));
    }
    if (call.function().equals(discipline.take)) {
      return taken(state, call.answer());
    }
    throw Models.unknown(name(), discipline.put + " of something and " + discipline.take, call);
  }

  /** Nil is the answer of an empty queue. */
  private List<Value.Sequence> taken(Value.Sequence state, Call.Answer answer) {
    boolean known = answer instanceof Call.Returned;
    Value output = answer instanceof Call.Returned(Value said) ? said : Value.NIL;
    if (state.items().isEmpty() || (known && output.equals(Value.NIL))) {
      return state.items().isEmpty() && output.equals(Value.NIL) ? List.of(state) : List.of();
    }
    List<Value.Sequence> next = new ArrayList<>();
    for (int at : ready(state)) {
      if (!known || state.items().get(at).equals(output)) {
        next.add(Items.without(state, at));
      }
    }
    return next;
  }

  /** Returns where the items lie that may come out next, equal ones once. */
  private List<Integer> ready(Value.Sequence state) {
    int size = state.items().size();
    return switch (discipline) {
      case FIFO -> List.of(0);
      case LIFO -> List.of(size - 1);
      case ANY -> {
        List<Integer> all = new ArrayList<>();
        for (int at = 0; at < size; at++) {
          if (at == 0 || !state.items().get(at).equals(state.items().get(at - 1))) {
            all.add(at);
          }
        }
        yield all;
      }
    };
  }

  @Override
  public boolean pure(Call call) {
    return call.function().equals(discipline.take)
        && call.answer().equals(new Call.Returned(Value.NIL));
  }

  @Override
  public long bytes(Value.Sequence state) {
    return Items.bytes(state);
  }
}
