package io.quorate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.cli.command.Started.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole loop with real processes: servers, links, clients, faults, verdict. How long anything
 * takes is asserted nowhere. A failure names the run's folder, which is kept.
 */
@Execution(ExecutionMode.CONCURRENT)
class EndToEndTest {
  private static final Pattern COUNTEREXAMPLE =
      Pattern.compile("\"operations\" : \\[(.*?)\"leftOut\"", Pattern.DOTALL);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path home;

  @BeforeEach
  void aShortPlan() throws IOException {
    Files.writeString(home.resolve("short.yaml"), "{nodes: 3, warm-up: 500ms, recovery: 1s}\n");
    Files.writeString(home.resolve("unready.yaml"), "{nodes: 3, ready-within: 1s}\n");
  }

  @AfterEach
  void noServerIsLeftOfAnyTest() throws Exception {
    if (!servers().isEmpty()) {
      Started.quorate(home, "doctor", "--heal").finish();
    }
  }

  @Test
  void theCorrectServerIsNeverRedAndTheFaultsAreProven() throws Exception {
    Ended ended = run("short.yaml", "--seconds", "5", "--seed", "1").finish();

    assertThat(ended.code()).as("%s", ended).isIn(0, 2);
    assertThat(ended.result()).isEqualTo(Integer.toString(ended.code()));
    assertThat(verdict(ended)).as("%s", ended).contains("\"proven\" : true");
    assertThat(ended.out()).contains("reason:", "report:", "again:   ./quorate run ");
    assertThat(ended.latest().toFile().list())
        .as("%s", ended)
        .contains("plan.yaml", "schedule.yaml", "history.jsonl", "verdict.json", "measures.json")
        .contains("charts", "report.html", "nodes", "doctor.json", "ledger.jsonl");
    assertThat(servers()).isEmpty();
  }

  @Test
  void aStaleReadIsFoundAndShownByAtMostFiveOperations() throws Exception {
    Ended ended =
        run("short.yaml", "--system", "raft:B07", "--schedule", "isolate-leader", "--seconds", "5")
            .finish();

    assertThat(ended.code()).as("%s", ended).isEqualTo(1);
    assertThat(ended.result()).isEqualTo("1");
    List<Long> sizes =
        COUNTEREXAMPLE
            .matcher(verdict(ended))
            .results()
            .map(found -> found.group(1).split("\"row\"", -1).length - 1L)
            .toList();
    assertThat(sizes).as("%s", ended).isNotEmpty().allMatch(size -> size >= 1 && size <= 5);
  }

  @ParameterizedTest
  @CsvSource({
    "deaf-links,      short.yaml,   partition-halves",
    "failing-clients, short.yaml,   calm",
    "never-ready,     unready.yaml, calm"
  })
  void aSabotagedHarnessIsNeverGreen(String sabotage, String plan, String schedule)
      throws Exception {
    Ended ended =
        run(plan, "--sabotage", sabotage, "--schedule", schedule, "--seconds", "4").finish();

    assertThat(ended.code()).as("%s", ended).isEqualTo(2);
    assertThat(reason(ended)).as("%s", ended).containsIgnoringCase(expectedReason(sabotage));
  }

  private static String expectedReason(String sabotage) {
    return switch (sabotage) {
      case "deaf-links" -> "did not hold right after it was injected: not cut: nonces arrived";
      case "failing-clients" -> "operations were invoked and none was ever answered with ok";
      case "never-ready" -> "was not ready within 1 s: n1, n2, n3 gave no answer";
      default -> throw new IllegalArgumentException(sabotage);
    };
  }

  @Test
  void aKilledToolkitLeavesAHistoryThatCanBeCheckedAndServersThatCanBeHealed() throws Exception {
    Ended killed =
        run("short.yaml", "--schedule", "calm", "--seconds", "600").recorded(300).kill().finish();
    assertThat(killed.code()).isEqualTo(137);
    assertThat(servers()).as("%s", killed).isNotEmpty();

    Ended checked = Started.quorate(home, "check", killed.latest().toString()).finish();
    Ended told = Started.quorate(home, "report", killed.latest().toString()).finish();
    Ended healed = Started.quorate(home, "doctor", "--heal").finish();

    assertThat(checked.code()).as("%s", checked).isZero();
    assertThat(told.code()).as("%s", told).isEqualTo(2);
    assertThat(reason(told)).contains("The run did not end: it was killed");
    assertThat(healed.code()).as("%s", healed).isZero();
    assertThat(servers()).as("%s", healed).isEmpty();
    assertThat(Started.quorate(home, "doctor", "--heal").finish().out())
        .contains("no run left anything behind");
  }

  @Test
  void aToolkitAskedToStopHealsJudgesAndLeavesNoServer() throws Exception {
    Ended ended =
        run("short.yaml", "--schedule", "isolate-one", "--seconds", "600")
            .recorded(300)
            .terminate()
            .finish();

    assertThat(ended.code()).as("%s", ended).isEqualTo(2);
    assertThat(ended.result()).isEqualTo("2");
    assertThat(reason(ended)).contains("The run was stopped early: interrupted");
    assertThat(servers()).as("%s", ended).isEmpty();
  }

  @Test
  void theSameSeedChoosesTheSameInTwoProcesses() throws Exception {
    Started one = run("short.yaml", "--dry-run", "--seed", "7");
    Started other = run("short.yaml", "--dry-run", "--seed", "7");
    Started third = run("short.yaml", "--dry-run", "--seed", "8");

    String chosen = one.finish().out();
    assertThat(chosen).contains("# operations", "# schedule").isEqualTo(other.finish().out());
    assertThat(chosen.lines().skip(1).findFirst().orElseThrow())
        .matches(" +0\\.0.. s  worker \\d+ +(read|write|cas) .*of k\\d+: .*");
    assertThat(chosen).isNotEqualTo(third.finish().out());
    assertThat(home.resolve("results")).doesNotExist();
  }

  private Started run(String plan, String... words) throws IOException {
    String[] all = new String[words.length + 2];
    all[0] = "run";
    all[1] = plan;
    System.arraycopy(words, 0, all, 2, words.length);
    return Started.quorate(home, all);
  }

  private static String verdict(Ended ended) throws IOException {
    return Files.readString(ended.latest().resolve("verdict.json"));
  }

  private static String reason(Ended ended) {
    Matcher reason = Pattern.compile("(?m)^reason: (.*)$").matcher(ended.out());
    return reason.find() ? reason.group(1) : "no reason in: " + ended;
  }

  /** Every process that was given a path below this test's folder; a dead one has no arguments. */
  private List<String> servers() {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(home.toString()))
        .toList();
  }
}
