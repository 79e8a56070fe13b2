package io.quorate.results.stat;

/**
 * Whether of two things measured on the same occasions one is more often the larger: the exact sign
 * test, two-sided. On single pairs of yes and no it is McNemar's exact test (1947).
 */
public final class SignTest {
  private SignTest() {}

  /**
   * Returns how likely a split at least as uneven is when both are alike; occasions on which they
   * are equal say nothing and are not among these.
   *
   * @param one on how many occasions the first was larger
   * @param other on how many the second was
   */
  public static double p(int one, int other) {
    if (one < 0 || other < 0) {
      throw new IllegalArgumentException(one + " against " + other + " occasions");
    }
    int all = one + other;
    double logWays = 0;
    double tail = 0;
    for (int few = 0; few <= Math.min(one, other); few++) {
      tail += Math.exp(logWays - all * Math.log(2));
      logWays += Math.log((double) (all - few) / (few + 1));
    }
    return Math.min(1, 2 * tail);
  }
}
