package io.quorate.results.campaign.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.results.Outcome.Grade;
import io.quorate.results.campaign.Campaign;
import io.quorate.results.campaign.TrialLog;
import io.quorate.results.campaign.TrialRecord;
import io.quorate.results.campaign.TrialRecord.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** 300 runs of the correct server, one bug that is found in every second of 10, one that is not. */
class GateVerdictTest {
  private static final TrialLog.Head HEAD =
      new TrialLog.Head(1, 7, 300, List.of("cuts"), List.of("none", "B01", "B02"));

  @Test
  void aCampaignThatIsEnoughPassesWithTheSentenceForARelease() {
    GateVerdict verdict = GateVerdict.of(campaign(300), policy(1, List.of("B01"), 300, 0.01, 15));

    assertThat(verdict.grade()).isEqualTo(Grade.PASS);
    assertThat(verdict.rules())
        .extracting(GateRule::need)
        .containsExactly(
            "correct-server",
            "conclusive-runs",
            "violations-under",
            "bugs-found",
            "bugs",
            "seconds-a-find");
    assertThat(verdict.sentence())
        .isEqualTo(
            "0 violations in 300 conclusive runs of cuts: at 95 % confidence (one-sided) it shows a"
                + " violation in under 1 % of runs; the schedule finds 1 of 2 known bugs.");
    assertThat(GateFile.text(verdict)).contains("\"exitCode\" : 0", "\"outcome\" : \"pass\"");
  }

  /** 1 - 0.05^(1/n) is under 1 % from 299 runs on. */
  @Test
  void oneRunTooFewForTheBoundIsInconclusive() {
    assertThat(needing("violations-under", campaign(299))).isEqualTo(Grade.PASS);
    assertThat(needing("violations-under", campaign(298))).isEqualTo(Grade.INCONCLUSIVE);
    assertThat(needing("conclusive-runs", campaign(299))).isEqualTo(Grade.INCONCLUSIVE);
    assertThat(needing("correct-server", campaign(0))).isEqualTo(Grade.INCONCLUSIVE);
  }

  private static Grade needing(String need, Campaign campaign) {
    return GateVerdict.of(campaign, policy(1, List.of(), 300, 0.01, 15)).rules().stream()
        .filter(rule -> rule.need().equals(need))
        .findFirst()
        .orElseThrow()
        .grade();
  }

  @Test
  void aMissedBugIsInconclusiveAndACostlyFindABrokenRule() {
    Campaign campaign = campaign(300);

    assertThat(GateVerdict.of(campaign, policy(2, List.of(), 1, 1, 15)).grade())
        .isEqualTo(Grade.INCONCLUSIVE);
    assertThat(GateVerdict.of(campaign, policy(1, List.of("B01", "B02"), 1, 1, 15)).rules())
        .filteredOn(rule -> rule.need().equals("bugs"))
        .singleElement()
        .isEqualTo(new GateRule("bugs", Grade.INCONCLUSIVE, "it misses B02"));
    assertThat(GateVerdict.of(campaign, policy(1, List.of(), 1, 1, 5)).grade())
        .isEqualTo(Grade.RULE_BROKEN);
  }

  @Test
  void aFalseAlarmOutranksEverything() {
    List<TrialRecord> trials = new ArrayList<>(campaign(300).trials());
    trials.add(trial("none", 400, Result.FOUND));

    GateVerdict verdict =
        GateVerdict.of(new Campaign(HEAD, trials), policy(2, List.of("B02"), 999, 1e-6, 1));

    assertThat(verdict.grade()).isEqualTo(Grade.VIOLATION);
  }

  @Test
  void whatTheCampaignLacksIsRefused() {
    GatePolicy other =
        new GatePolicy(
            "kills",
            OptionalInt.empty(),
            List.of(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    assertThatThrownBy(() -> GateVerdict.of(campaign(1), other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the campaign has no schedule kills; it has cuts");
    assertThatThrownBy(() -> GateVerdict.of(campaign(1), policy(1, List.of("B09"), 1, 1, 1)))
        .hasMessage("the campaign has no bug B09; it has B01, B02");
  }

  private static GatePolicy policy(
      int found, List<String> bugs, int runs, double under, double seconds) {
    return new GatePolicy(
        "cuts",
        OptionalInt.of(found),
        bugs,
        OptionalInt.of(runs),
        OptionalDouble.of(under),
        OptionalDouble.of(seconds));
  }

  private static Campaign campaign(int correct) {
    List<TrialRecord> trials = new ArrayList<>();
    for (int run = 0; run < correct; run++) {
      trials.add(trial("none", run, Result.CLEAN));
    }
    for (int run = 0; run < 10; run++) {
      trials.add(trial("B01", run, run % 2 == 0 ? Result.FOUND : Result.CLEAN));
    }
    return new Campaign(HEAD, trials);
  }

  private static TrialRecord trial(String bug, int run, Result result) {
    double red = result == Result.FOUND ? 2 : -1;
    return new TrialRecord(
        "cuts", bug, run, run, result, List.of(), red, 10, 0.01, 100, 1000, "", "");
  }
}
