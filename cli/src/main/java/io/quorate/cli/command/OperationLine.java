package io.quorate.cli.command;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import io.quorate.workload.playback.Played;
import java.util.Locale;

/** One operation of a counterexample in a line of a terminal; hostile values made harmless. */
final class OperationLine {
  private static final int LONGEST_VALUE = 60;

  private OperationLine() {}

  /** Returns the line of {@code operation}, of which perhaps only the write counts. */
  static String of(Operation operation, boolean weakened) {
    String end =
        operation.completedNanos() == Operation.OPEN ? "never" : time(operation.completedNanos());
    return String.format(
        Locale.ROOT,
        "%s .. %s  process %-4d %s%s%s",
        time(operation.invokedNanos()),
        end,
        operation.process(),
        asked(operation.invocation()),
        answered(operation.completion()),
        weakened ? "  (only its write counts)" : "");
  }

  /** Returns the line of an operation that a seed chooses. */
  static String of(Played played) {
    Invocation asked = played.invocation();
    return String.format(
        Locale.ROOT,
        "%s  worker %-4d %s of %s%s",
        time(played.invokedNanos()),
        played.worker(),
        asked(asked),
        asked.key() == null ? "the object" : harmless(asked.key()),
        answered(played.completion()));
  }

  private static String time(long nanos) {
    return String.format(Locale.ROOT, "%9.3f s", nanos / 1e9);
  }

  private static String asked(Invocation invocation) {
    String argument =
        invocation.argument().equals(Value.NIL) ? "" : " " + harmless(invocation.argument());
    return harmless(invocation.function()) + argument;
  }

  private static String answered(Completion completion) {
    return switch (completion) {
      case Completion.Ok ok ->
          ok.output().equals(Value.NIL) ? ": ok" : ": " + harmless(ok.output());
      case Completion.Fail fail -> ": failed, " + harmless(fail.error());
      case Completion.Info info -> ": unknown, " + harmless(info.error());
    };
  }

  /** Returns {@code value} as text that cannot move the cursor of a terminal. */
  static String harmless(Object value) {
    return harmless(value.toString(), LONGEST_VALUE);
  }

  /** Returns the first {@code most} characters of {@code text}, none of which moves a cursor. */
  static String harmless(String text, int most) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && i < most; i++) {
      char c = text.charAt(i);
      shown.append(
          Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
              ? String.format(Locale.ROOT, "\\u%04x", (int) c)
              : String.valueOf(c));
    }
    return text.length() > most ? shown + "..." : shown.toString();
  }
}
