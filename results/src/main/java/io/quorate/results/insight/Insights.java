package io.quorate.results.insight;

import io.quorate.checker.power.Power;
import org.jspecify.annotations.Nullable;

/**
 * What was found out beside the verdict.
 *
 * @param power what the checker would have caught, or null where it was not measured: in a history
 *     that is no register's, or that has a violation, or when there was no time left
 */
public record Insights(@Nullable Power power) {
  /** Nothing. */
  public static final Insights NONE = new Insights(null);
}
