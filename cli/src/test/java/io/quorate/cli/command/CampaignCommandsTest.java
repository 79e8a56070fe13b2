package io.quorate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.cli.CrashLog;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Main;
import io.quorate.cli.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaigns that are there already: told again, compared, held against a policy. */
class CampaignCommandsTest {
  private static final String HEAD =
      """
      {"version":1,"seed":7,"runs":2,"schedules":["cuts"],"bugs":["none","B07"]}
      """;

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void campaigns() throws IOException {
    campaign("finds", "CLEAN", "FOUND");
    campaign("misses", "CLEAN", "CLEAN");
    campaign("accuses", "FOUND", "FOUND");
    write("policy.yaml", "schedule: cuts\nbugs-found: 1\n");
    write("strict.yaml", "schedule: cuts\nviolations-under: 1\n");
    write("costly.yaml", "schedule: cuts\nseconds-a-find: 1\n");
    write("typo.yaml", "schedule: cuts\nbug-found: 1\n");
    write("other.yaml", "schedule: kills\n");
    quorate("gate explain");
    write("all.yaml", out.toString());
    out.getBuffer().setLength(0);
  }

  private void campaign(String name, String correct, String bug) throws IOException {
    Files.createDirectories(folder.resolve(name));
    StringBuilder lines = new StringBuilder(HEAD);
    for (int run = 0; run < 2; run++) {
      lines.append(line("none", run, correct)).append(line("B07", run, bug));
    }
    write(name + "/trials.jsonl", lines.toString());
  }

  private static String line(String bug, int run, String result) {
    return """
    {"schedule":"cuts","bug":"%s","run":%d,"seed":%d,"result":"%s","signs":[],"redSeconds":%d,\
    "virtualSeconds":9,"wallSeconds":0.1,"operations":10,"events":99,"words":""}
    """
        .formatted(bug, run, 70 + run, result, result.equals("FOUND") ? 2 : -1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "compare @finds @finds | PASS | no regression",
        "compare @finds @misses | PASS | lost:    B07",
        "compare --fail-on-regression @finds @misses | RULE_BROKEN | lost:    B07",
        "compare --fail-on-regression @misses @finds | PASS | gained:  B07",
        "compare --json @finds @misses | PASS | \"regression\" : true",
        "gate @policy.yaml --campaign @finds | PASS | verdict:  pass",
        "gate @policy.yaml --campaign @misses | INCONCLUSIVE | it finds 0 of 1 known bugs; 1 are",
        "gate @policy.yaml --campaign @accuses | VIOLATION | 2 false alarms in 2 trials",
        "gate @strict.yaml --campaign @finds | INCONCLUSIVE | in under 77.640 % of runs; under 1 %",
        "gate @costly.yaml --campaign @finds | RULE_BROKEN | a find costs 2.0 s under test; 1.0 may",
        "gate explain | PASS | violations-under: 1 ",
        "report @finds | PASS | the smallest set that finds these: cuts",
        "report @misses | INCONCLUSIVE | missed: B07",
        "report @accuses | VIOLATION | the correct server: 2 false alarms",
      })
  void saysWhatTheyComeTo(String words, ExitCode code, String said) {
    assertThat(quorate(words)).as(err.toString()).isEqualTo(code);
    assertThat(out.toString()).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "compare @finds @none | none holds no campaign: it has no trials.jsonl",
        "compare @finds | Missing required parameter: 'AFTER'",
        "gate --campaign @finds | which policy? quorate gate POLICY.yaml",
        "gate @none.yaml --campaign @finds | there is no policy to read at",
        "gate @typo.yaml --campaign @finds | line 2, column 1: unknown key \"bug-found\", did you",
        "gate @other.yaml --campaign @finds | the campaign has no schedule kills; it has cuts",
        "gate @all.yaml --campaign @finds | the campaign has no schedule everything; it has cuts",
        "gate recheck @finds | was held against no policy",
        "campaign --schedules calm --set clam | no schedule \"clam\", did you mean \"calm\"?",
      })
  void refusesWhatCannotBeSaid(String words, String sentence) {
    assertThat(quorate(words)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines()).singleElement().asString().contains(sentence);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aCampaignIsJudgedAgainByThePolicyKeptWithIt() throws IOException {
    quorate("gate @policy.yaml --campaign @finds");
    Files.delete(folder.resolve("policy.yaml"));
    Files.copy(
        folder.resolve("misses/trials.jsonl"),
        Files.createDirectories(folder.resolve("later")).resolve("trials.jsonl"));
    Files.copy(folder.resolve("finds/policy.yaml"), folder.resolve("later/policy.yaml"));

    assertThat(quorate("gate recheck @finds")).isEqualTo(ExitCode.PASS);
    assertThat(quorate("gate recheck @later")).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(Files.readString(folder.resolve("later/gate.json"))).contains("\"exitCode\" : 2");
  }

  private ExitCode quorate(String words) {
    String[] args =
        Arrays.stream(words.split(" ", -1))
            .map(word -> word.startsWith("@") ? folder.resolve(word.substring(1)) + "" : word)
            .toArray(String[]::new);
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err));
    return new Main(new Quorate(), terminal, new CrashLog(folder.resolve("crashes"))).run(args);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
