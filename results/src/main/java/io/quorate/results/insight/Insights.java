package io.quorate.results.insight;

import io.quorate.checker.laws.TraceReview;
import io.quorate.checker.power.Power;
import io.quorate.checker.severity.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What was found out beside the verdict.
 *
 * @param power what the checker would have caught, or null where it was not measured: in a history
 *     that is no register's, or that has a violation, or when there was no time left
 * @param severity how bad the violation of a register is, or null where there is none
 * @param traces what the servers' own traces show, or null where they left none
 */
public record Insights(
    @Nullable Power power, @Nullable Severity severity, @Nullable TraceReview traces) {
  /** Nothing. */
  public static final Insights NONE = new Insights(null, null, null);

  /** Returns what stands behind a green. */
  public static Insights of(Power power) {
    return new Insights(power, null, null);
  }

  /** Returns what stands behind a red. */
  public static Insights of(Severity severity) {
    return new Insights(null, severity, null);
  }

  /** Returns these insights, and what the servers' traces show. */
  public Insights with(TraceReview review) {
    return new Insights(power, severity, review);
  }
}
