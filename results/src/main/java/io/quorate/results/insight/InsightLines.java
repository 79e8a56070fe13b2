package io.quorate.results.insight;

import io.quorate.checker.laws.TraceReview;
import io.quorate.checker.power.Power;
import io.quorate.checker.severity.Severity;
import java.util.ArrayList;
import java.util.List;

/** What was found out beside a verdict, as lines for a terminal. */
public final class InsightLines {
  private InsightLines() {}

  /**
   * Returns the lines, each with what it speaks of at its beginning; none where there is nothing.
   */
  public static List<String> of(Insights insights) {
    List<String> lines = new ArrayList<>();
    Power power = insights.power();
    if (power != null) {
      lines.add("power:   " + PowerWords.sentence(power));
      PowerWords.advice(power).ifPresent(advice -> lines.add("advice:  " + advice));
    }
    Severity severity = insights.severity();
    if (severity != null) {
      lines.add("how bad: " + String.join(" ", SeverityWords.sentences(severity)));
    }
    TraceReview traces = insights.traces();
    if (traces != null && !traces.lines().isEmpty()) {
      lines.add("inside:  " + LawWords.sentence(traces));
    }
    return lines;
  }
}
