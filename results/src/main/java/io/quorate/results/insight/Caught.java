package io.quorate.results.insight;

import io.quorate.checker.power.Share;
import io.quorate.results.stat.Binomial;
import io.quorate.results.stat.Interval;

/** What the counts of a {@link Share} say of all places of its damage. */
public final class Caught {
  private Caught() {}

  /**
   * Returns where the share of the places lies that the checker would have caught: exactly where
   * each was tried, else with 95 % confidence. What was not decided counts as not caught for the
   * lower end, and as caught for the upper one.
   */
  public static Interval interval(Share share) {
    int most = share.caught() + share.undecided();
    int tried = share.tried();
    if (tried == 0) {
      return Interval.ALL;
    }
    return share.every()
        ? new Interval((double) share.caught() / tried, (double) most / tried)
        : new Interval(
            Binomial.clopperPearson(share.caught(), tried).low(),
            Binomial.clopperPearson(most, tried).high());
  }

  /** Whether less than half of those tried were caught. */
  static boolean low(Share share) {
    return 2 * share.caught() < share.tried();
  }
}
