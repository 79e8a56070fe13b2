package io.quorate.results.stat;

import org.hipparchus.distribution.continuous.BetaDistribution;

/** The share of successes among independent trials of equal chance. */
public final class Binomial {
  private static final double TAIL = 0.025;

  private Binomial() {}

  /**
   * Returns the interval that holds the true share with at least 95 % confidence (Clopper and
   * Pearson, 1934), whatever the share is.
   */
  public static Interval clopperPearson(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
    }
    long failures = trials - successes;
    double low =
        successes == 0
            ? 0
            : new BetaDistribution(successes, failures + 1).inverseCumulativeProbability(TAIL);
    double high =
        failures == 0
            ? 1
            : new BetaDistribution(successes + 1, failures).inverseCumulativeProbability(1 - TAIL);
    return new Interval(low, high);
  }
}
