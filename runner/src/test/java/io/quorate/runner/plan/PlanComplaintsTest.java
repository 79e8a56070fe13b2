package io.quorate.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.nemesis.schedule.Schedules;
import io.quorate.runner.plan.Plan.Times;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan that cannot be understood is answered with one sentence, and its place. */
class PlanComplaintsTest {
  private static final String KEYS = String.join(", ", PlanReader.KNOWN);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          node: 3 | line 1, column 1: unknown key "node", did you mean "nodes"? (known here: KEYS)
          zzz: 3 | line 1, column 1: unknown key "zzz"; known here: KEYS
          nodes: 0 | line 1, column 8: a whole number from 1 to 25 is needed here, got "0"
          nodes: 26 | line 1, column 8: a whole number from 1 to 25 is needed here, got "26"
          nodes: 2.5 | line 1, column 8: a whole number from 1 to 25 is needed here, got "2.5"
          nodes: | line 1, column 7: a text is needed here, got nothing
          {nodes: 3, nodes: 5} | line 1, column 12: the key "nodes" stands here twice
          clients: 1001 | line 1, column 10: a whole number from 1 to 1000 is needed here, got \
          "1001"
          rate: 0 | line 1, column 7: a number above 0 and up to 1000000.0 is needed here, got "0"
          rate: NaN | line 1, column 7: a number above 0 and up to 1000000.0 is needed here, got \
          "NaN"
          on-violation: halt | line 1, column 15: unknown on-violation "halt"; known here: stop, \
          continue
          min-power: 0.95 | line 1, column 12: a number above 0 and up to 0.9 is needed here, \
          got "0.95"
          rate: fast | line 1, column 7: a number is needed here, got "fast"
          seed: 9223372036854775808 | line 1, column 7: a whole number from -9223372036854775808 \
          to 9223372036854775807 is needed here, got "9223372036854775808"
          routing: leadr | line 1, column 10: unknown routing "leadr", did you mean "leader"? \
          (known here: pinned, leader, both)
          sabotage: deaf | line 1, column 11: unknown sabotage "deaf", did you mean "deaf-links"? \
          (known here: none, deaf-links, failing-clients, never-ready)
          workload: cas | line 1, column 11: unknown workload "cas", did you mean "cas-register"? \
          (known here: cas-register, register, append-list)
          keys: 10001 | line 1, column 7: a whole number from 1 to 10000 is needed here, got "10001"
          workers-per-key: 0 | line 1, column 18: a whole number from 1 to 1000 is needed here, \
          got "0"
          values: big | line 1, column 9: unknown values "big"; known here: unique, small
          mix: [1, 2] | line 1, column 6: a mix has three shares: [reads, writes, compare-and-sets]
          mix: [0, 0, 1] | line 1, column 6: a mix needs reads or writes
          mix: [1, 2, 1001] | line 1, column 13: a whole number from 0 to 1000 is needed here, got \
          "1001"
          mix: half | line 1, column 6: a list is needed here, got "half"
          mix: [1, 2, 3, 4] | line 1, column 6: at most 3 items are read, got 4
          seconds: 86401 | line 1, column 10: a number above 0 and up to 86400.0 is needed here, \
          got "86401"
          warm-up: 3 | line 1, column 10: a length of time up to 24h is needed here, such as \
          250ms, 1.5s or 2m, got "3"
          recovery: 25h | line 1, column 11: a length of time up to 24h is needed here, such as \
          250ms, 1.5s or 2m, got "25h"
          ready-within: [1s] | line 1, column 15: a text is needed here, got a list
          name: {a: b} | line 1, column 7: a text is needed here, got keys with values
          [nodes] | line 1, column 1: keys with values are needed here (KEYS), got a list
          """)
  void aPlanThatIsNotUnderstoodIsToldWhereAndWhy(String plan, String sentence) {
    assertThatThrownBy(() -> read(plan)).hasMessage("plan.yaml " + sentence.replace("KEYS", KEYS));
  }

  @Test
  void theLineIsThatOfTheWrongWord() {
    assertThatThrownBy(() -> read("name: a\n\n# why\nnodes: many\n"))
        .hasMessage(
            "plan.yaml line 4, column 8: a whole number from 1 to 25 is needed here, got \"many\"");
  }

  @Test
  void anEmptyPlanSaysSo() {
    assertThatThrownBy(() -> read("")).hasMessage("plan.yaml: it is empty");
  }

  @Test
  void anUnknownScheduleNamesTheNearestOne() {
    assertThatThrownBy(() -> read("schedule: kill-leder"))
        .hasMessage(
            "unknown schedule \"kill-leder\", did you mean \"kill-leader\"? (known here: "
                + String.join(", ", Schedules.NAMES)
                + ")");
  }

  @Test
  void aScheduleFileThatIsMissingIsNamed(@TempDir Path directory) {
    assertThatThrownBy(() -> PlanReader.schedule("mine.yaml", directory))
        .hasMessage("no schedule can be read at " + directory.resolve("mine.yaml"));
  }

  @Test
  void clientsAreRoundedUpToAMultipleOfTheNodes() {
    assertThat(builder().nodes(3).clients(7).build().clients()).isEqualTo(9);
    assertThat(builder().nodes(3).clients(1).build().clients()).isEqualTo(3);
  }

  @Test
  void countsThatNoRunCanHaveAreRefused() {
    assertRefused(builder().nodes(0), "nodes: from 1 to 25, got 0");
    assertRefused(builder().nodes(26), "nodes: from 1 to 25, got 26");
    assertRefused(builder().nodes(3).clients(1_000), "clients: from 3 to 1000, got 1002");
    assertRefused(builder().rate(0), "rate: more than 0 and at most 1000000, got 0.0");
    assertRefused(builder().rate(Double.NaN), "rate: more than 0 and at most 1000000, got NaN");
  }

  @Test
  void aScheduleThatNeedsMoreNodesIsRefusedWithTheRemedy() {
    assertRefused(
        builder().schedule(Schedules.named("isolate-one")).nodes(2),
        "schedule isolate-one needs at least 3 nodes, the plan has 2:"
            + " give --nodes 3 or another schedule");
  }

  @Test
  void timesThatCannotPassAreRefused() {
    Duration before = Duration.ofNanos(-1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().warmUp(before))
        .withMessage("a phase cannot last less than nothing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().operationTimeout(Duration.ZERO))
        .withMessage("seconds and operation time-out must be positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Times.DEFAULTS.withMain(before))
        .withMessage("seconds and operation time-out must be positive");
  }

  private static void assertRefused(PlanBuilder builder, String sentence) {
    assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage(sentence);
  }

  private static PlanBuilder builder() {
    return new PlanBuilder(Schedules.named("calm"), 1);
  }

  private static void read(String text) {
    PlanReader.read("plan.yaml", text, Path.of("/plans"), builder());
  }
}
