package io.quorate.jepsen;

import clojure.lang.Keyword;
import clojure.lang.RT;
import io.quorate.history.Value;
import io.quorate.history.foreign.Event;
import io.quorate.history.foreign.Events;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation of Jepsen as an event: a Clojure map, or a record that is one. */
public final class Op {
  private static final Keyword PROCESS = Keyword.intern("process");
  private static final Keyword TYPE = Keyword.intern("type");
  private static final Keyword F = Keyword.intern("f");
  private static final Keyword KEY = Keyword.intern("key");
  private static final Keyword VALUE = Keyword.intern("value");
  private static final Keyword ERROR = Keyword.intern("error");
  private static final Keyword TIME = Keyword.intern("time");

  private static final Map<String, Event.Type> TYPES =
      Map.of(
          "invoke", Event.Type.INVOKE,
          "ok", Event.Type.OK,
          "fail", Event.Type.FAIL,
          "info", Event.Type.INFO);

  private Op() {}

  /**
   * Returns {@code op} as an event, or null where its process is no number: the nemesis.
   *
   * @throws IllegalArgumentException where it is no operation, in one sentence
   */
  public static @Nullable Event event(Object op) {
    return event(op, Plain.value(value(op)));
  }

  /** Returns {@code op} as an event that carries {@code value} in place of its own. */
  static @Nullable Event event(Object op, Value value) {
    if (!(op instanceof Map)) {
      throw new IllegalArgumentException("an operation that is no map");
    }
    Object process = RT.get(op, PROCESS);
    if (process == null) {
      throw new IllegalArgumentException("an operation without a :process");
    }
    if (!(process instanceof Long || process instanceof Integer)) {
      return null;
    }
    Object key = RT.get(op, KEY);
    return new Event(
        type(op),
        ((Number) process).longValue(),
        function(op),
        key == null ? null : Events.name(Plain.value(key)),
        value,
        error(RT.get(op, ERROR)),
        time(RT.get(op, TIME)));
  }

  /** Returns any data of Clojure as the value it has in a history. */
  public static Value plain(@Nullable Object data) {
    return Plain.value(data);
  }

  /** Returns the value {@code op} carries. */
  static @Nullable Object value(Object op) {
    return RT.get(op, VALUE);
  }

  /** Returns the function {@code op} names, as it is. */
  static @Nullable Object rawFunction(Object op) {
    return RT.get(op, F);
  }

  private static Event.Type type(Object op) {
    Object type = RT.get(op, TYPE);
    Event.Type known = type == null ? null : TYPES.get(Plain.name(type).toLowerCase(Locale.ROOT));
    if (known == null) {
      throw new IllegalArgumentException(
          "an operation whose :type is neither :invoke, :ok, :fail nor :info");
    }
    return known;
  }

  private static String function(Object op) {
    Object f = rawFunction(op);
    String name = f == null ? "" : Plain.name(f);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an operation without an :f");
    }
    return name;
  }

  private static @Nullable String error(@Nullable Object error) {
    return error == null ? null : Events.name(Plain.value(error));
  }

  private static long time(@Nullable Object time) {
    return time instanceof Long nanos ? nanos : Event.NO_TIME;
  }
}
