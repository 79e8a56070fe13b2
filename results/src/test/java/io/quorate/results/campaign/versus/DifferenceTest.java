package io.quorate.results.campaign.versus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quorate.results.campaign.Campaign;
import io.quorate.results.campaign.TrialLog;
import io.quorate.results.campaign.TrialRecord;
import io.quorate.results.campaign.TrialRecord.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final List<String> SCHEDULES = List.of("cuts", "kills");
  private static final List<String> BUGS = List.of("none", "B01", "B02", "B03");
  private static final int RUNS = 12;

  @Test
  void aCampaignDoesNotDifferFromItself() {
    Campaign campaign = campaign(1, (bug, run) -> bug.equals("B01") && run % 2 == 0);

    Difference same = Difference.of(campaign, campaign);

    assertThat(same.regression()).isFalse();
    assertThat(same.changes()).allMatch(change -> change.p() == 1 && !change.differs());
    assertThat(same.time().p()).isEqualTo(1);
  }

  @Test
  void aBugThatIsNoLongerFoundIsARegression() {
    Campaign before = campaign(1, (bug, run) -> bug.equals("B01") && run == 3);
    Campaign after = campaign(1, (bug, run) -> bug.equals("B02") && run == 4);

    Difference difference = Difference.of(before, after);

    assertThat(difference.lost()).containsExactly("B01");
    assertThat(difference.gained()).containsExactly("B02");
    assertThat(difference.regression()).isTrue();
    assertThat(DifferenceText.of(difference))
        .contains("lost:    B01; of so few finds that chance explains it");
    assertThat(Difference.of(after, after).regression()).isFalse();
  }

  /** Twelve runs, each worse or alike: the sign test over runs, by Holm for three bugs. */
  @Test
  void aBugFoundLessOftenIsWorseOnceChanceDoesNotExplainIt() {
    Campaign always = campaign(1, (bug, run) -> bug.equals("B01"));

    BugChange few = change(always, campaign(1, (bug, run) -> bug.equals("B01") && run > 2));
    BugChange most = change(always, campaign(1, (bug, run) -> bug.equals("B01") && run > 9));

    assertThat(few.lost()).isEqualTo(6);
    assertThat(few.p()).isCloseTo(3 * 0.25, within(1e-9));
    assertThat(few.worse()).isFalse();
    assertThat(most.before().hits()).isEqualTo(24);
    assertThat(most.after().hits()).isEqualTo(4);
    assertThat(most.p()).isCloseTo(3 * Math.pow(0.5, 9), within(1e-9));
    assertThat(most.worse()).isTrue();
  }

  private static BugChange change(Campaign before, Campaign after) {
    return Difference.of(before, after).changes().getFirst();
  }

  /** As many find less as the level says, when nothing differs but chance. */
  @Test
  void chanceAloneIsSeldomCalledADifference() {
    SplittableRandom random = new SplittableRandom(3);
    int called = 0;
    int rounds = 1_000;
    for (int round = 0; round < rounds; round++) {
      Campaign before = campaign(1, (bug, run) -> !bug.equals("none") && random.nextBoolean());
      Campaign after = campaign(1, (bug, run) -> !bug.equals("none") && random.nextBoolean());
      called += Difference.of(before, after).changes().stream().anyMatch(c -> c.p() < 0.05) ? 1 : 0;
    }

    assertThat(called).isLessThan(rounds * 7 / 100);
  }

  @Test
  void moreFalseAlarmsAreARegression() {
    Campaign quiet = campaign(1, (bug, run) -> false);
    Campaign loud = campaign(1, (bug, run) -> bug.equals("none") && run == 0);

    assertThat(Difference.of(quiet, loud).regression()).isTrue();
    assertThat(Difference.of(loud, quiet).regression()).isFalse();
    assertThat(DifferenceText.of(Difference.of(quiet, loud)))
        .contains("correct: 0 false alarms before and 2 after, in 24 trials each");
  }

  @Test
  void theTextNamesWhatDiffersAndNothingElse() {
    Campaign before = campaign(1, (bug, run) -> bug.equals("B01"));
    Campaign after = campaign(1, (bug, run) -> bug.equals("B03") && run == 1);

    assertThat(DifferenceText.of(Difference.of(before, after)))
        .isEqualTo(
            """
            96 trials were played by both
            bug         before        after   only before  only after       p
            B01          24/24         0/24            24           0   0.001  worse
            B03           0/24         2/24             0           2   1.000
            found of trials conclusive in both; p by the sign test over runs, Holm-corrected
            1 of 3 bugs were found in the same trials
            lost:    B01
            gained:  B03
            time:    bugs show later after (log-rank by schedule and bug, p = 0.000)
            correct: 0 false alarms before and 0 after, in 24 trials each
            verdict: regression: a bug is lost or found less often, or there are more false alarms\
            """);
    assertThat(DifferenceFile.text(Difference.of(before, after)))
        .contains("\"regression\" : true", "\"lost\" : [ \"B01\" ]", "\"onlyBefore\" : 24");
  }

  @Test
  void campaignsOfOtherSeedsAreRefused() {
    Campaign one = campaign(1, (bug, run) -> false);
    Campaign other = campaign(2, (bug, run) -> false);

    assertThatThrownBy(() -> Difference.of(one, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the campaigns have no trial in common: give the second the --seed");
  }

  private static Campaign campaign(long seed, BiPredicate<String, Integer> found) {
    List<TrialRecord> trials = new ArrayList<>();
    for (String schedule : SCHEDULES) {
      for (String bug : BUGS) {
        for (int run = 0; run < RUNS; run++) {
          boolean red = found.test(bug, run);
          trials.add(
              new TrialRecord(
                  schedule,
                  bug,
                  run,
                  1_000 * seed + run,
                  red ? Result.FOUND : Result.CLEAN,
                  List.of(),
                  red ? 1 + run : -1,
                  20,
                  0.01,
                  100,
                  1000,
                  "",
                  ""));
        }
      }
    }
    return new Campaign(new TrialLog.Head(1, seed, RUNS, SCHEDULES, BUGS), trials);
  }
}
