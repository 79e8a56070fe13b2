package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every model a second time, on the collections of java.util: the twins it is compared with. */
final class SlowModels {
  private static final Map<String, Slow> ALL = new TreeMap<>();

  private SlowModels() {}

  /** What a client asks ({@code who} it is, too) and was told, null where nobody knows. */
  record Ask(long who, String function, Value argument, @Nullable Value told) {
    boolean fits(Object said) {
      return told == null || told.equals(said);
    }
  }

  /** The states after an ask, none where it is not possible. */
  interface Rule {
    List<Object> after(Object state, Ask ask);
  }

  /** A rule as a model; the process travels in the argument. */
  record Slow(String name, Object initial, Rule rule) implements Model<Object> {
    @Override
    public List<Object> step(Object state, Call call) {
      Value.Sequence packed = (Value.Sequence) call.argument();
      long who = ((Value.Int) packed.items().get(0)).number();
      Value told = call.answer() instanceof Call.Returned(Value output) ? output : null;
      return rule.after(state, new Ask(who, call.function(), packed.items().get(1), told));
    }

    @Override
    public Call call(Operation operation, Call.Answer answer) {
      Value argument =
          Value.sequence(Value.of(operation.process()), operation.invocation().argument());
      return new Call(operation.invocation().function(), argument, answer);
    }
  }

  static Slow twin(String model) {
    Slow twin = ALL.get(model);
    if (twin == null) {
      throw new IllegalArgumentException(
          "the model " + model + " has no slow twin: write it in SlowModels");
    }
    return twin;
  }

  private static void twin(String name, Object initial, Rule rule) {
    ALL.put(name, new Slow(name, initial, rule));
  }

  static {
    twin("register", Value.NIL, SlowModels::register);
    twin("cas-register", Value.NIL, SlowModels::register);
    twin("multi-register", Map.of(), SlowModels::transaction);
    twin("mutex", false, SlowModels::mutex);
    twin("owner-mutex", List.of(), (state, ask) -> lock((List<?>) state, ask, 1));
    twin("reentrant-mutex", List.of(), (state, ask) -> lock((List<?>) state, ask, 99));
    twin("test-and-set", 0L, SlowModels::bit);
    twin("counter", 0L, (state, ask) -> count((Long) state, ask));
    twin("set", Set.of(), SlowModels::set);
    twin("fifo-queue", List.of(), (state, ask) -> queue((List<?>) state, ask, true));
    twin("stack", List.of(), (state, ask) -> queue((List<?>) state, ask, false));
    twin("unordered-queue", Map.of(), SlowModels::bag);
    twin("append-list", List.of(), SlowModels::list);
    twin("key-value", "", (state, ask) -> text((String) state, ask));
  }

  private static List<Object> register(Object state, Ask ask) {
    if (ask.function().equals("cas")) {
      List<Value> pair = ((Value.Sequence) ask.argument()).items();
      return pair.get(0).equals(state) ? List.of(pair.get(1)) : List.of();
    }
    boolean reads = ask.function().equals("read");
    return reads ? (ask.fits(state) ? List.of(state) : List.of()) : List.of(ask.argument());
  }

  private static List<Object> transaction(Object state, Ask ask) {
    Map<Object, Object> map = new HashMap<>((Map<?, ?>) state);
    boolean told = ask.told() instanceof Value.Sequence;
    Value said = ask.told() instanceof Value.Sequence answer ? answer : ask.argument();
    for (Value step : ((Value.Sequence) said).items()) {
      List<Value> parts = ((Value.Sequence) step).items();
      if (parts.get(0).equals(Value.of("w"))) {
        map.put(parts.get(1), parts.get(2));
      } else if (told && !map.getOrDefault(parts.get(1), Value.NIL).equals(parts.get(2))) {
        return List.of();
      }
    }
    map.values().remove(Value.NIL);
    return List.of(map);
  }

  private static List<Object> mutex(Object held, Ask ask) {
    boolean wanted = ask.function().equals("release");
    return held.equals(wanted) ? List.of(!wanted) : List.of();
  }

  private static List<Object> lock(List<?> holds, Ask ask, int most) {
    boolean mine = holds.contains(ask.who());
    List<Object> next = new ArrayList<>(holds);
    if (ask.function().equals("release")) {
      return next.remove((Object) ask.who()) ? List.of(next) : List.of();
    }
    next.add(ask.who());
    return (mine || holds.isEmpty()) && next.size() <= most ? List.of(next) : List.of();
  }

  private static List<Object> bit(Object state, Ask ask) {
    return switch (ask.function()) {
      case "reset" -> List.of(0L);
      case "read" -> ask.fits(Value.of((Long) state)) ? List.of(state) : List.of();
      default -> ask.fits(Value.of((Long) state)) ? List.of(1L) : List.of();
    };
  }

  private static List<Object> count(long before, Ask ask) {
    long by = ask.argument() instanceof Value.Int(long number) ? number : 1;
    long after = ask.function().equals("decrement") ? before - by : before + by;
    return switch (ask.function()) {
      case "read" -> ask.fits(Value.of(before)) ? List.of(before) : List.of();
      case "add-and-get" -> ask.fits(Value.of(after)) ? List.of(after) : List.of();
      case "get-and-add" -> ask.fits(Value.of(before)) ? List.of(after) : List.of();
      default -> List.of(after);
    };
  }

  private static List<Object> set(Object state, Ask ask) {
    Set<Object> set = new HashSet<>((Set<?>) state);
    boolean has = set.contains(ask.argument());
    return switch (ask.function()) {
      case "add" -> {
        set.add(ask.argument());
        yield List.of(set);
      }
      case "remove" -> {
        set.remove(ask.argument());
        yield List.of(set);
      }
      case "contains" -> ask.fits(Value.of(has ? 1 : 0)) ? List.of(set) : List.of();
      default ->
          ask.told() == null || set.equals(new HashSet<>(((Value.Sequence) ask.told()).items()))
              ? List.of(set)
              : List.of();
    };
  }

  private static List<Object> queue(List<?> state, Ask ask, boolean fifo) {
    List<Object> items = new ArrayList<>(state);
    if (ask.function().equals("enqueue") || ask.function().equals("push")) {
      items.add(fifo ? items.size() : 0, ask.argument());
      return List.of(items);
    }
    Object head = items.isEmpty() ? Value.NIL : items.remove(0);
    return ask.fits(head) ? List.of(items) : List.of();
  }

  private static List<Object> bag(Object state, Ask ask) {
    Map<Object, Object> counts = new HashMap<>((Map<?, ?>) state);
    if (ask.function().equals("enqueue")) {
      counts.put(ask.argument(), (Integer) counts.getOrDefault(ask.argument(), 0) + 1);
      return List.of(counts);
    }
    List<Object> next = new ArrayList<>();
    for (Object item : counts.keySet()) {
      if (ask.fits(item)) {
        Map<Object, Object> fewer = new HashMap<>(counts);
        fewer.merge(item, -1, (had, one) -> (Integer) had + (Integer) one);
        fewer.values().remove(0);
        next.add(fewer);
      }
    }
    return counts.isEmpty() && ask.fits(Value.NIL) ? List.of(counts) : next;
  }

  private static List<Object> list(Object state, Ask ask) {
    List<Object> items = new ArrayList<>((List<?>) state);
    if (ask.function().equals("append")) {
      items.add(ask.argument());
      return List.of(items);
    }
    boolean fits = ask.told() == null || items.equals(((Value.Sequence) ask.told()).items());
    return fits ? List.of(items) : List.of();
  }

  private static List<Object> text(String state, Ask ask) {
    String more = ask.argument() instanceof Value.Text(String text) ? text : "";
    return switch (ask.function()) {
      case "put" -> List.of(more);
      case "append" -> List.of(state + more);
      case "delete" -> List.of("");
      default -> ask.fits(Value.of(state)) ? List.of(state) : List.of();
    };
  }
}
