package io.quorate.results.stat;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * A share of trials, with the exact interval of Clopper and Pearson (1934): it holds the true share
 * in at least the confidence's share of all such experiments, however few trials there are.
 *
 * @param hits how many trials had it
 * @param trials how many there were
 */
public record Share(long hits, long trials) {
  /** The usual confidence. */
  public static final double CONFIDENCE = 0.95;

  /** Refuses more hits than trials. */
  public Share {
    if (hits < 0 || hits > trials) {
      throw new IllegalArgumentException(hits + " of " + trials + " trials");
    }
  }

  /** Returns hits by trials; NaN without a trial. */
  public double observed() {
    return (double) hits / trials;
  }

  /** Returns the lower end of the two-sided interval; 0 without a trial. */
  public double lower() {
    return lower((1 - CONFIDENCE) / 2);
  }

  /** Returns the upper end of the two-sided interval; 1 without a trial. */
  public double upper() {
    return upper((1 - CONFIDENCE) / 2);
  }

  /** Returns what the share is below with the usual confidence, one-sided. */
  public double upperBound() {
    return upper(1 - CONFIDENCE);
  }

  private double lower(double tail) {
    return hits == 0
        ? 0
        : new BetaDistribution(hits, trials - hits + 1.0).inverseCumulativeProbability(tail);
  }

  private double upper(double tail) {
    return hits == trials
        ? 1
        : new BetaDistribution(hits + 1.0, trials - (double) hits)
            .inverseCumulativeProbability(1 - tail);
  }
}
