package io.quorate.results.report;

import io.quorate.history.Completion;
import io.quorate.history.Disturbance;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.Locale;

/** How numbers, times and operations are written for people. */
final class Format {
  /** How much of a value is shown in a table. */
  static final int MAX_VALUE = 160;

  /** What is written for something that never came. */
  static final String NEVER = "never";

  private Format() {}

  /** Returns {@code 12,345}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns a moment as {@code 12.345 s}. */
  static String moment(long nanos) {
    return nanos == Disturbance.NEVER || nanos == Operation.OPEN
        ? NEVER
        : String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }

  /** Returns a duration with three figures: {@code 0.42 ms}, {@code 12.3 s}. */
  static String duration(long nanos) {
    if (nanos == Disturbance.NEVER) {
      return NEVER;
    }
    double ms = nanos / 1e6;
    return ms < 1000 ? figures(ms) + " ms" : figures(ms / 1000) + " s";
  }

  private static String figures(double number) {
    String format = number < 10 ? "%.2f" : number < 100 ? "%.1f" : "%,.0f";
    return String.format(Locale.ROOT, format, number);
  }

  /** Returns what an operation asked and was answered: {@code read → 4711}. */
  static String operation(Operation operation) {
    return cut(
        switch (operation.completion()) {
          case Completion.Ok ok -> asked(operation) + answered(operation, ok.output());
          case Completion.Fail fail -> asked(operation) + " ✗ " + fail.error();
          case Completion.Info info -> asked(operation) + " ? " + info.error();
        });
  }

  private static String asked(Operation operation) {
    Value argument = operation.invocation().argument();
    String function = operation.invocation().function();
    if (argument instanceof Value.Sequence cas && cas.items().size() == 2) {
      return function + " " + cas.items().getFirst() + " ⇒ " + cas.items().getLast();
    }
    return argument instanceof Value.Nil ? function : function + " " + argument;
  }

  private static String answered(Operation operation, Value output) {
    boolean read = operation.invocation().argument() instanceof Value.Nil;
    return read ? " → " + output : " ✓";
  }

  /** Returns {@code text} with a capital letter at its beginning. */
  static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Returns {@code text}, cut where it is too long for a table. */
  static String cut(String text) {
    return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + " …";
  }
}
