package io.quorate.results.chart;

import io.quorate.history.History;
import io.quorate.results.RoleSample;
import io.quorate.results.measures.Measures;
import java.util.List;

/**
 * What is drawn.
 *
 * @param history the operations, point by point
 * @param measures the numbers taken from it
 * @param roles what nodes said of themselves, empty where nobody asked
 */
public record ChartInput(History history, Measures measures, List<RoleSample> roles) {
  /** Keeps its own copy. */
  public ChartInput {
    roles = List.copyOf(roles);
  }

  /** Returns the right end of the time axis in seconds. */
  double endSeconds() {
    return Math.max(0.1, measures.endNanos() / 1e9);
  }
}
