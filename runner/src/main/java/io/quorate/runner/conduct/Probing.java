package io.quorate.runner.conduct;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Model;
import io.quorate.checker.Options;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.Verdict;
import io.quorate.checker.power.PowerMeter;
import io.quorate.checker.severity.SeverityMeter;
import io.quorate.history.History;
import io.quorate.results.insight.Insights;

/**
 * Finds out what stands behind a verdict, once it is known, within a budget of its own.
 *
 * @param budget time and memory it may take
 * @param power whether the detection power is asked for
 */
public record Probing(Budget budget, boolean power) {
  /** What a live run spends on it at most. */
  public static final Probing USUAL = new Probing(Budget.of(10, 512), true);

  /** Looks behind {@code analysis}, which is what the checker says of {@code history}. */
  public Insights of(History history, Model<?> model, Analysis analysis) {
    Options options = Options.of(budget, System::nanoTime);
    if (!(model instanceof RegisterModel register)) {
      return Insights.NONE;
    }
    if (analysis.overall() instanceof Verdict.NotLinearizable) {
      return Insights.of(SeverityMeter.measure(history, register, analysis, options));
    }
    return power
        ? PowerMeter.measure(history, register, analysis, options)
            .map(Insights::of)
            .orElse(Insights.NONE)
        : Insights.NONE;
  }
}
