package io.quorate.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Analysis;
import io.quorate.history.History;
import io.quorate.results.Outcome.Grade;
import io.quorate.results.sample.Analyses;
import io.quorate.results.sample.SampleRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
  private static final History HISTORY = SampleRun.of(1, 5, 50, List.of());
  private static final Analysis GREEN = Analyses.green(HISTORY);
  private static final Analysis RED = Analyses.red(HISTORY);
  private static final List<Finding> LACKING = List.of(Finding.missing("proof", "f1", "Lapsed."));
  private static final List<RuleResult> BROKEN =
      List.of(new RuleResult("p99", RuleResult.State.BROKEN, "Too slow."));
  private static final List<String> FAILED = List.of("host n2 was lost.");

  @Test
  void nothingAgainstARunIsAPass() {
    Outcome outcome = Outcome.judge(GREEN, List.of(), List.of(), List.of());

    assertThat(outcome.grade()).isEqualTo(Grade.PASS);
    assertThat(outcome.reason()).contains("4 keys", "linearizable");
    assertThat(outcome.details()).isEmpty();
  }

  @Test
  void aViolationOutranksEverythingAndTheRestIsTold() {
    Outcome outcome = Outcome.judge(RED, LACKING, FAILED, BROKEN);

    assertThat(outcome.grade()).isEqualTo(Grade.VIOLATION);
    assertThat(outcome.reason()).startsWith("Key k7 is not linearizable: ");
    assertThat(outcome.details())
        .containsExactly("The toolkit failed: host n2 was lost.", "Lapsed.", "Too slow.");
  }

  @Test
  void eachClassGivesWayToTheOneAboveIt() {
    assertThat(Outcome.judge(GREEN, LACKING, FAILED, BROKEN).grade()).isEqualTo(Grade.HARNESS);
    assertThat(Outcome.judge(GREEN, LACKING, List.of(), BROKEN).grade())
        .isEqualTo(Grade.INCONCLUSIVE);
    assertThat(Outcome.judge(GREEN, List.of(), List.of(), BROKEN).grade())
        .isEqualTo(Grade.RULE_BROKEN);
  }

  @Test
  void anUndecidedKeyOrRuleIsInconclusive() {
    RuleResult blurred = new RuleResult("p99", RuleResult.State.UNDECIDED, "A stall.");

    assertThat(Outcome.judge(Analyses.undecided(HISTORY), List.of(), List.of(), List.of()).grade())
        .isEqualTo(Grade.INCONCLUSIVE);
    assertThat(Outcome.judge(GREEN, List.of(), List.of(), List.of(blurred)).grade())
        .isEqualTo(Grade.INCONCLUSIVE);
  }

  @Test
  void suspicionsAndNotesDecideNothing() {
    List<Finding> findings =
        List.of(
            new Finding("silence", Finding.Status.SUSPICIOUS, "f1", "Look here."),
            Finding.note("stalls", null, "Once."),
            Finding.met("proof", "f1", "Seen."));

    assertThat(Outcome.judge(GREEN, findings, List.of(), List.of()).grade()).isEqualTo(Grade.PASS);
  }

  @Test
  void theExitCodesAreTheContract() {
    assertThat(List.of(Grade.values()))
        .extracting(Grade::exitCode)
        .containsExactlyInAnyOrder(0, 1, 2, 3, 254, 255);
    assertThat(Grade.PASS.worse(Grade.RULE_BROKEN)).isEqualTo(Grade.RULE_BROKEN);
    assertThat(Grade.VIOLATION.worse(Grade.HARNESS)).isEqualTo(Grade.VIOLATION);
    assertThat(Grade.INCONCLUSIVE.worse(Grade.HARNESS)).isEqualTo(Grade.HARNESS);
  }
}
