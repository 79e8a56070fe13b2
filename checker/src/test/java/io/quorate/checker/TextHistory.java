package io.quorate.checker;

import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Histories as text, a line an event: {@code process :invoke|:ok|:fail|:info :function value}, with
 * values {@code nil}, numbers and {@code [from to]}; what stands before {@code " - "} is ignored,
 * so that Jepsen's console logs can be read. The n-th event happens at n milliseconds.
 */
public final class TextHistory {
  private TextHistory() {}

  /** Reads {@code text}; a failed cas is an observation. */
  public static History of(String model, String text) {
    return of(model, null, text);
  }

  /** Reads {@code text} as operations on {@code key}. */
  public static History of(String model, @Nullable String key, String text) {
    History.Builder builder =
        History.builder(new Header(1, model, FailedCas.OBSERVE, 0, List.of()));
    long nanos = 0;
    for (String line : text.split("\n", -1)) {
      String event = line.substring(line.indexOf(" - ") < 0 ? 0 : line.indexOf(" - ") + 3).strip();
      if (!event.isEmpty() && Character.isDigit(event.charAt(0)) && event.contains(":")) {
        nanos += 1_000_000;
        builder.add(entry(nanos, key, event.split("[\\s\\[\\]]+", -1)));
      }
    }
    return builder.build();
  }

  private static Entry entry(long nanos, @Nullable String key, String[] words) {
    long process = Long.parseLong(words[0]);
    String function = words[2].substring(1);
    Value value = words.length == 3 ? Value.NIL : value(words, function);
    return switch (words[1]) {
      case ":invoke" ->
          new Entry.Invoked(nanos, nanos, process, new Invocation(function, key, value), null);
      case ":ok" -> new Entry.Completed(nanos, process, new Completion.Ok(value), null);
      case ":fail" ->
          new Entry.Completed(nanos, process, new Completion.Fail(Completion.Fail.MISMATCH), null);
      case ":info" -> new Entry.Completed(nanos, process, new Completion.Info("timed out"), null);
      default -> throw new IllegalArgumentException(words[1]);
    };
  }

  private static Value value(String[] words, String function) {
    List<Value> values = new ArrayList<>();
    for (String word : List.of(words).subList(3, words.length)) {
      if (!word.isEmpty()) {
        values.add(number(word));
      }
    }
    return function.equals("cas") ? new Value.Sequence(values) : values.get(0);
  }

  private static Value number(String word) {
    return word.matches("-?\\d+") ? Value.of(Long.parseLong(word)) : Value.NIL;
  }
}
