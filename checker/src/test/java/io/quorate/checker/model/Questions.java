package io.quorate.checker.model;

import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What is asked of each model in tiny histories, and what it might answer. */
final class Questions {
  private static final List<Value> NUMBERS = List.of(Value.of(1), Value.of(2));

  private static final int[] POWERS = {1, 3, 9};
  private static final List<Value> NOTHING = List.of(Value.NIL);
  private static final List<Value> READS = List.of(Value.NIL, Value.of(1), Value.of(2));
  private static final List<Value> ITEMS =
      List.of(Value.NIL, Value.of(1), Value.of(2), Value.of(3), Value.of(4));
  private static final List<Value> COUNTS = LongStream.range(-3, 7).mapToObj(Value::of).toList();
  private static final List<Value> TEXTS =
      Stream.of("", "a", "b", "aa", "ab", "ba", "bb").map(Value::of).toList();
  private static final List<Value> LISTS = lists();
  private static final List<Value> SETS =
      List.of(
          Value.sequence(),
          Value.sequence(Value.of(1)),
          Value.sequence(Value.of(2)),
          Value.sequence(Value.of(2), Value.of(1)));

  private static final Map<String, List<String>> FUNCTIONS =
      Map.ofEntries(
          Map.entry("register", List.of("read", "write")),
          Map.entry("cas-register", List.of("read", "write", "cas")),
          Map.entry("multi-register", List.of("txn")),
          Map.entry("mutex", List.of("acquire", "release")),
          Map.entry("owner-mutex", List.of("acquire", "release")),
          Map.entry("reentrant-mutex", List.of("acquire", "release")),
          Map.entry("test-and-set", List.of("test-and-set", "read", "reset")),
          Map.entry(
              "counter",
              List.of("read", "add", "increment", "decrement", "add-and-get", "get-and-add")),
          Map.entry("set", List.of("add", "add", "remove", "contains", "read")),
          Map.entry("fifo-queue", List.of("enqueue", "dequeue")),
          Map.entry("unordered-queue", List.of("enqueue", "dequeue")),
          Map.entry("stack", List.of("push", "pop")),
          Map.entry("append-list", List.of("append", "read")),
          Map.entry("key-value", List.of("get", "get", "put", "append", "delete")));

  private Questions() {}

  static Invocation about(String model, SplittableRandom random) {
    List<String> functions = FUNCTIONS.getOrDefault(model, List.of());
    String function = functions.get(random.nextInt(functions.size()));
    return new Invocation(function, null, argument(model, function, random));
  }

  private static Value argument(String model, String function, SplittableRandom random) {
    Value small = NUMBERS.get(random.nextInt(2));
    return switch (function) {
      case "read", "get", "dequeue", "pop", "acquire", "release", "test-and-set", "reset" ->
          Value.NIL;
      case "delete" -> Value.NIL;
      case "increment", "decrement" -> random.nextBoolean() ? Value.NIL : small;
      case "enqueue", "push" -> ITEMS.get(1 + random.nextInt(4));
      case "cas" -> Value.sequence(small, NUMBERS.get(random.nextInt(2)));
      case "txn" -> transaction(random);
      case "put" -> Value.of(random.nextBoolean() ? "a" : "");
      case "append" ->
          model.equals("key-value") ? Value.of(random.nextBoolean() ? "a" : "b") : small;
      default -> small;
    };
  }

  private static Value transaction(SplittableRandom random) {
    Value[] steps = new Value[1 + random.nextInt(2)];
    for (int i = 0; i < steps.length; i++) {
      Value key = Value.of(random.nextBoolean() ? "x" : "y");
      steps[i] =
          random.nextBoolean()
              ? Value.sequence(Value.of("r"), key, Value.NIL)
              : Value.sequence(Value.of("w"), key, NUMBERS.get(random.nextInt(2)));
    }
    return Value.sequence(steps);
  }

  /**
   * Returns how many answers of a hundred are lies, for about half of the histories to be illegal.
   */
  static int lies(String model) {
    return switch (model) {
      case "register", "set", "fifo-queue", "unordered-queue", "stack", "key-value" -> 60;
      default -> 33;
    };
  }

  /** Returns everything that {@code model} might answer. */
  static List<Value> answers(String model, Invocation asked) {
    return switch (asked.function()) {
      case "txn" -> fillings(((Value.Sequence) asked.argument()).items());
      case "test-and-set", "contains" -> List.of(Value.of(0), Value.of(1));
      case "add-and-get", "get-and-add" -> COUNTS;
      case "get" -> TEXTS;
      case "dequeue", "pop" -> ITEMS;
      case "read" ->
          switch (model) {
            case "test-and-set", "counter" -> COUNTS;
            case "set" -> SETS;
            case "append-list" -> LISTS;
            default -> READS;
          };
      default -> NOTHING;
    };
  }

  private static List<Value> fillings(List<Value> steps) {
    List<Value> all = new ArrayList<>();
    int open = (int) steps.stream().filter(Questions::reads).count();
    for (int choice = 0; choice < POWERS[open]; choice++) {
      Value[] filled = new Value[steps.size()];
      int digits = choice;
      for (int i = 0; i < filled.length; i++) {
        filled[i] = steps.get(i);
        if (reads(filled[i])) {
          List<Value> step = ((Value.Sequence) filled[i]).items();
          filled[i] = Value.sequence(step.get(0), step.get(1), READS.get(digits % 3));
          digits /= 3;
        }
      }
      all.add(Value.sequence(filled));
    }
    return all;
  }

  private static boolean reads(Value step) {
    return ((Value.Sequence) step).items().get(0).equals(Value.of("r"));
  }

  private static List<Value> lists() {
    List<Value> lists = new ArrayList<>(List.of(Value.sequence()));
    for (int i = 0; lists.size() < 15; i++) {
      for (Value more : NUMBERS) {
        List<Value> longer = new ArrayList<>(((Value.Sequence) lists.get(i)).items());
        longer.add(more);
        lists.add(new Value.Sequence(longer));
      }
    }
    return List.copyOf(lists);
  }
}
