package io.quorate.results.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  /**
   * Weeks in remission of 42 patients, 6-MP and placebo; + is censored (Freireich et al., 1963).
   */
  private static final String SIX_MP =
      "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

  private static final String PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

  @Test
  void withoutAHitTheUpperBoundIsTheRuleOfThree() {
    assertThat(new Share(0, 300).upperBound())
        .isCloseTo(1 - Math.pow(0.05, 1 / 300.0), within(1e-9))
        .isLessThan(0.01);
    assertThat(new Share(0, 298).upperBound()).isGreaterThan(0.01);
    assertThat(new Share(0, 0).upperBound()).isEqualTo(1);
  }

  @Test
  void theCurveOfKaplanAndMeierAsInTheTextbooks() {
    KaplanMeier sixMp = KaplanMeier.of(waits(SIX_MP));

    assertThat(sixMp.steps())
        .extracting(KaplanMeier.Step::time)
        .containsExactly(6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0);
    assertThat(sixMp.steps().get(0).waiting()).isCloseTo(0.857, within(5e-4));
    assertThat(sixMp.steps().get(6).waiting()).isCloseTo(0.448, within(5e-4));
    assertThat(sixMp.median()).hasValue(23.0);
    assertThat(KaplanMeier.of(waits(PLACEBO)).median()).hasValue(8.0);
  }

  @Test
  void theMedianOfThoseThatMostlyNeverCameIsNotReached() {
    assertThat(KaplanMeier.of(waits("1 2 9+ 9+ 9+")).median()).isEmpty();
    assertThat(KaplanMeier.of(List.of()).median()).isEmpty();
  }

  @Test
  void theLogRankTestAsInTheTextbooks() {
    LogRank test = LogRank.of(List.of(new LogRank.Stratum(waits(SIX_MP), waits(PLACEBO))));

    assertThat(test.chiSquared()).isCloseTo(16.79, within(5e-3));
    assertThat(test.p()).isLessThan(1e-4);
    assertThat(test.sooner()).isCloseTo(9 - 19.25, within(5e-3));
  }

  @Test
  void equalGroupsDoNotDifferAndStrataAreNotMixed() {
    List<Waited> soon = waits("1 2 3 4");
    List<Waited> late = waits("11 12 13 14");

    assertThat(LogRank.of(List.of(new LogRank.Stratum(soon, soon))).chiSquared()).isZero();
    assertThat(
            LogRank.of(List.of(new LogRank.Stratum(soon, soon), new LogRank.Stratum(late, late)))
                .chiSquared())
        .isCloseTo(0, within(1e-12));
    assertThat(LogRank.of(List.of()).p()).isEqualTo(1);
  }

  @Test
  void holmsCorrectionAsInHisPaper() {
    assertThat(Holm.corrected(List.of(0.01, 0.04, 0.03, 0.005)))
        .usingComparatorForType(closely(), Double.class)
        .containsExactly(0.03, 0.06, 0.06, 0.02);
    assertThat(Holm.corrected(List.of())).isEmpty();
  }

  @Test
  void holmNeverMakesAnythingMoreSignificant() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 200; round++) {
      List<Double> ps = random.doubles(1 + random.nextInt(12)).boxed().toList();
      List<Double> corrected = Holm.corrected(ps);
      for (int i = 0; i < ps.size(); i++) {
        assertThat(corrected.get(i)).isBetween(ps.get(i), 1.0);
      }
    }
  }

  private static Comparator<Double> closely() {
    return (a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b);
  }

  private static List<Waited> waits(String words) {
    List<Waited> waits = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      boolean came = !word.endsWith("+");
      waits.add(new Waited(Double.parseDouble(word.replace("+", "")), came));
    }
    return waits;
  }
}
