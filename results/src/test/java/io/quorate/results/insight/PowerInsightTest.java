package io.quorate.results.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Analysis;
import io.quorate.checker.power.Damage;
import io.quorate.checker.power.Power;
import io.quorate.checker.power.Share;
import io.quorate.history.History;
import io.quorate.results.Finding;
import io.quorate.results.Outcome;
import io.quorate.results.Requirements;
import io.quorate.results.RunSettings;
import io.quorate.results.judgement.Judgement;
import io.quorate.results.sample.Analyses;
import io.quorate.results.sample.SampleRun;
import io.quorate.results.stat.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class PowerInsightTest {
  private static final Power POWER =
      new Power(
          List.of(
              new Share(Damage.STALE_READ, 900, false, 38, 2, 0),
              new Share(Damage.LOST_WRITE, 800, false, 12, 20, 8),
              new Share(Damage.SWAPPED_READS, 0, true, 0, 0, 0),
              new Share(Damage.FROZEN_REPLICA, 3, true, 3, 0, 0)),
          1_000_000);

  private static final Requirements HALF = Requirements.DEFAULT.withPower(0.5);
  private static final History HISTORY = SampleRun.of(1, 30, 100, SampleRun.usualFaults());
  private static final Analysis GREEN = Analyses.green(HISTORY);

  @Test
  void eachDamageIsToldWithItsCountAndInterval() {
    assertThat(PowerWords.sentence(POWER))
        .isEqualTo(
            "it would have caught 38 of 40 stale reads (83-100 %), 12 of 40 lost writes (16-67 %),"
                + " no swapped reads (not possible here), 3 of 3 frozen replicas (100 %)");
  }

  @Test
  void whatIsUndecidedCountsAgainstTheLowerEndAndForTheUpperOne() {
    Share few = new Share(Damage.STALE_READ, 10, true, 5, 3, 2);
    Share untried = new Share(Damage.STALE_READ, 10, false, 0, 0, 0);

    assertThat(Caught.interval(few)).isEqualTo(new Interval(0.5, 0.7));
    assertThat(Caught.interval(untried)).isEqualTo(Interval.ALL);
  }

  @Test
  void adviceIsGivenWhereLessThanHalfWasCaught() {
    assertThat(PowerWords.advice(POWER))
        .hasValueSatisfying(
            advice -> assertThat(advice).startsWith("Most lost writes would").contains("unique"));
    assertThat(PowerWords.advice(new Power(POWER.shares().subList(2, 4), 0))).isEmpty();
  }

  @Test
  void aRunWhosePlanAsksForMoreThanIsSureIsInconclusive() {
    Judgement judgement = judgement(GREEN, Insights.of(POWER), HALF);

    assertThat(judgement.outcome().grade()).isEqualTo(Outcome.Grade.INCONCLUSIVE);
    assertThat(judgement.findings())
        .contains(
            Finding.missing(
                "power",
                null,
                "Too little would have been caught (lost writes 16-67 %); the plan asks for"
                    + " 50 %."));
  }

  @Test
  void enoughOfEveryPossibleDamageIsEnough() {
    Power enough =
        new Power(List.of(POWER.shares().get(0), POWER.shares().get(2), POWER.shares().get(3)), 0);

    assertThat(PowerRule.findings(GREEN, enough, HALF))
        .extracting(Finding::status)
        .containsExactly(Finding.Status.MET);
  }

  @Test
  void whatWasNotMeasuredOrIsNotPossibleIsNotEnough() {
    Power nothing = new Power(List.of(POWER.shares().get(2)), 0);

    assertThat(PowerRule.findings(GREEN, null, HALF))
        .extracting(Finding::sentence)
        .containsExactly(
            "The detection power was not measured: no register, or no time; the plan asks for 50 %.");
    assertThat(PowerRule.findings(GREEN, nothing, HALF))
        .extracting(Finding::status)
        .containsExactly(Finding.Status.MISSING);
  }

  @Test
  void nothingIsAskedOfARedRunOrByAPlanThatSaysNothing() {
    assertThat(PowerRule.findings(Analyses.red(HISTORY), null, HALF)).isEmpty();
    assertThat(PowerRule.findings(GREEN, null, Requirements.DEFAULT)).isEmpty();
  }

  private static Judgement judgement(Analysis analysis, Insights insights, Requirements needs) {
    RunSettings settings =
        RunSettings.of("sample", "", "./quorate run", SampleRun.WORKERS, true)
            .withRequirements(needs);
    return Judgement.of(HISTORY, analysis, insights, settings, List.of());
  }
}
