package io.quorate.results.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SignTestTest {
  /** The twin: every way in which so many fair coins can fall. */
  @Test
  void isTheShareOfSplitsAtLeastAsUneven() {
    for (int all = 0; all <= 12; all++) {
      for (int one = 0; one <= all; one++) {
        int uneven = Math.abs(2 * one - all);
        int ways = 0;
        for (int coins = 0; coins < 1 << all; coins++) {
          ways += Math.abs(2 * Integer.bitCount(coins) - all) >= uneven ? 1 : 0;
        }
        double share = (double) ways / (1 << all);

        assertThat(SignTest.p(one, all - one)).as("%d of %d", one, all).isCloseTo(share, tiny());
      }
    }
  }

  private static Offset<Double> tiny() {
    return within(1e-9);
  }

  @Test
  void manyOccasionsAreNoTrouble() {
    assertThat(SignTest.p(5_000, 5_000)).isEqualTo(1);
    assertThat(SignTest.p(4_800, 5_200)).isBetween(1e-5, 1e-4);
  }

  @Test
  void lessThanNoOccasionIsRefused() {
    assertThatThrownBy(() -> SignTest.p(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
