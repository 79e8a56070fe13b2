package io.quorate.results.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What one schedule less or more is worth to a set, as a table for a terminal. */
final class MarginalText {
  /** How many schedules beside the set are told of, those worth most. */
  private static final int OTHERS = 5;

  private static final Comparator<MarginalValue> WORTH_MOST_FIRST =
      Comparator.comparingInt((MarginalValue value) -> -value.bugs().size())
          .thenComparingDouble(MarginalText::delay);

  private MarginalText() {}

  /** Returns its lines. */
  static List<String> lines(List<MarginalValue> values) {
    List<String> lines = new ArrayList<>();
    lines.add("one schedule less or more in this set, played in turn until a bug shows; expected");
    lines.add(
        "seconds under test to the bugs it alone finds, and to the others without and with it");
    lines.add("                            bugs   to these    without       with");
    values.stream().filter(MarginalValue::member).forEach(value -> lines.add(line(value)));
    values.stream()
        .filter(value -> !value.member())
        .sorted(WORTH_MOST_FIRST)
        .limit(OTHERS)
        .forEach(value -> lines.add(line(value)));
    return lines;
  }

  private static double delay(MarginalValue value) {
    return value.secondsWith().orElse(0) - value.secondsWithout().orElse(0);
  }

  private static String line(MarginalValue value) {
    String sign = value.member() ? "-" : "+";
    return String.format(
            Locale.ROOT,
            "  %s %-22s %5s %10s %10s %10s  %s",
            sign,
            value.schedule(),
            sign + value.bugs().size(),
            seconds(value.seconds()),
            seconds(value.secondsWithout()),
            seconds(value.secondsWith()),
            String.join(" ", value.bugs()))
        .stripTrailing();
  }

  private static String seconds(OptionalDouble seconds) {
    return seconds.isPresent()
        ? String.format(Locale.ROOT, "%,.1f", seconds.getAsDouble())
        : "none";
  }
}
