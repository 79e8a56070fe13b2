package io.quorate.checker.explain;

import io.quorate.history.Completion;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.Locale;

/** Operations, values and times in words; every value is hostile until shown by these. */
final class Words {
  /** Longest value shown whole, in characters. */
  static final int MAX_VALUE = 60;

  private Words() {}

  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }

  static String value(Value value) {
    String text = value.toString();
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && i < MAX_VALUE; i++) {
      char c = text.charAt(i);
      boolean plain = c >= ' ' && c < 0x7f;
      shown.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return text.length() > MAX_VALUE ? shown + "..." : shown.toString();
  }

  /** Returns for example {@code read of 3 by process 7}. */
  static String name(Operation operation) {
    return what(operation) + " by process " + operation.process();
  }

  private static String what(Operation operation) {
    Value argument = operation.invocation().argument();
    String function = value(Value.of(operation.invocation().function())).replace("\"", "");
    if (argument instanceof Value.Sequence pair && pair.items().size() == 2) {
      String refused = operation.completion() instanceof Completion.Fail ? "refused " : "";
      return refused
          + function
          + " from "
          + value(pair.items().get(0))
          + " to "
          + value(pair.items().get(1));
    }
    if (!argument.equals(Value.NIL)) {
      return function + " of " + value(argument);
    }
    if (operation.completion() instanceof Completion.Ok(Value output)
        && (!output.equals(Value.NIL) || function.equals("read"))) {
      return function + " of " + value(output);
    }
    return function;
  }

  /** Returns for example {@code read of 3 by process 7 returned at 12.431 s}. */
  static String ended(Operation operation) {
    boolean reads = operation.invocation().function().equals("read");
    boolean ok = operation.completion() instanceof Completion.Ok;
    return name(operation)
        + (ok && !reads ? " succeeded at " : " returned at ")
        + seconds(operation.completedNanos());
  }
}
