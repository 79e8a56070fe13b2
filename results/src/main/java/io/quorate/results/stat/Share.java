package io.quorate.results.stat;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * A share of trials, and what is known of the true share behind it.
 *
 * @param hits how many trials had it
 * @param trials how many there were
 */
public record Share(long hits, long trials) {
  private static final double CONFIDENCE = 0.95;

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

  /** Returns the interval of Clopper and Pearson; all that a share can be without a trial. */
  public Interval interval() {
    return Binomial.clopperPearson(hits, trials);
  }

  /** Returns what the share is below with a confidence of 95 %, one-sided; 1 without a trial. */
  public double upperBound() {
    return hits == trials
        ? 1
        : new BetaDistribution(hits + 1.0, trials - (double) hits)
            .inverseCumulativeProbability(CONFIDENCE);
  }
}
