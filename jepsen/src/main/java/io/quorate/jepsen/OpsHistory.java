package io.quorate.jepsen;

import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Value;
import io.quorate.history.foreign.Event;
import io.quorate.history.foreign.Events;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A history made of operations that are at hand as Clojure maps, which it can give back.
 *
 * <p>For a model written in Clojure the values are kept as they are: in the history stands the
 * number of each, and {@link #value} returns it.
 */
public final class OpsHistory {
  private final Events events;
  private final boolean numbered;
  private final List<Object> invoked = new ArrayList<>();
  private final Map<Integer, Object> completed = new HashMap<>();
  private final Map<Long, Integer> open = new HashMap<>();
  private final List<@Nullable Object> values = new ArrayList<>();
  private final Map<@Nullable Object, Integer> numbers = new HashMap<>();
  private final Map<String, Object> functions = new HashMap<>();
  private final History history;

  private OpsHistory(Iterable<?> ops, boolean numbered) {
    this.numbered = numbered;
    Header header = new Header(Header.CURRENT_VERSION, "unknown", FailedCas.IGNORE, 0, List.of());
    events = new Events("history", header, false);
    long place = 0;
    for (Object op : ops) {
      add(++place, op);
    }
    history = events.build();
  }

  /**
   * Takes {@code ops}, in their order; those of the nemesis are passed over.
   *
   * @param numbered whether values are kept as they are
   * @throws IllegalArgumentException where one is no operation
   * @throws io.quorate.history.file.MalformedFileException where no run can have one where it is;
   *     its line is the place of the operation, from 1
   */
  public static OpsHistory of(Iterable<?> ops, boolean numbered) {
    return new OpsHistory(ops, numbered);
  }

  /** Returns the history. */
  public History history() {
    return history;
  }

  /** Returns the operation of {@code row} as it ended, or as it was asked where it is open. */
  public Object op(int row) {
    return completed.getOrDefault(row, invoked.get(row));
  }

  /** Returns the value that stands in a numbered history as {@code number}. */
  public @Nullable Object value(Value number) {
    return number instanceof Value.Int(long at) ? values.get(Math.toIntExact(at)) : null;
  }

  /** Returns the function called {@code name} as the operations had it. */
  public Object function(String name) {
    return functions.getOrDefault(name, name);
  }

  private void add(long place, Object op) {
    Event event = numbered ? Op.event(op, number(Op.value(op))) : Op.event(op);
    if (event == null) {
      return;
    }
    events.add(place, event);
    if (event.type() == Event.Type.INVOKE) {
      open.put(event.process(), invoked.size());
      invoked.add(op);
      Object function = Op.rawFunction(op);
      functions.putIfAbsent(event.function(), function == null ? event.function() : function);
    } else {
      completed.put(open.remove(event.process()), op);
    }
  }

  private Value number(@Nullable Object value) {
    Integer known = numbers.putIfAbsent(value, values.size());
    if (known != null) {
      return Value.of(known);
    }
    values.add(value);
    return Value.of(values.size() - 1);
  }
}
