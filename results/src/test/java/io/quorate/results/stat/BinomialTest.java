package io.quorate.results.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.3085",
    "5, 10, 0.1871, 0.8129",
    "38, 40, 0.8308, 0.9939",
    "40, 40, 0.9119, 1",
    "1, 1, 0.0250, 1",
    "0, 0, 0, 1"
  })
  void theIntervalIsThatOfTheTables(int successes, int trials, double low, double high) {
    Interval interval = Binomial.clopperPearson(successes, trials);

    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void atEitherEndWhatWasSeenIsJustInTheLastFortiethOfItsTail() {
    for (int trials = 1; trials <= 45; trials++) {
      for (int successes = 0; successes <= trials; successes++) {
        Interval interval = Binomial.clopperPearson(successes, trials);

        double below = successes == 0 ? 0.025 : atLeast(successes, trials, interval.low());
        double above =
            successes == trials ? 0.025 : atLeast(trials - successes, trials, 1 - interval.high());
        assertThat(below).as("%d of %d", successes, trials).isCloseTo(0.025, within(1e-6));
        assertThat(above).as("%d of %d", successes, trials).isCloseTo(0.025, within(1e-6));
      }
    }
  }

  /** The chance of so many successes or more, by the definition. */
  private static double atLeast(int successes, int trials, double share) {
    double sum = 0;
    for (int k = successes; k <= trials; k++) {
      double ways = 1;
      for (int i = 1; i <= k; i++) {
        ways = ways * (trials - k + i) / i;
      }
      sum += ways * Math.pow(share, k) * Math.pow(1 - share, trials - k);
    }
    return sum;
  }

  @Test
  void moreSuccessesThanTrialsAreRefused() {
    assertThatThrownBy(() -> Binomial.clopperPearson(2, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(0.5, 0.4)).isInstanceOf(IllegalArgumentException.class);
  }
}
