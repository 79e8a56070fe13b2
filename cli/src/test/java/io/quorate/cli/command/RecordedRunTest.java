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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that were recorded are checked and told again, those that were killed too. */
class RecordedRunTest {
  private static final String RIGHT =
      """
      {"version":1,"model":"register","failedCas":"observe","seed":1,"nodes":["n1"]}
      {"i":0,"t":1,"type":"invoke","p":0,"f":"write","k":"x","v":1}
      {"i":1,"t":2,"type":"ok","p":0,"f":"write","k":"x","v":1}
      {"i":2,"t":3,"type":"invoke","p":1,"f":"read","k":"x"}
      """;

  private static final String FRESH =
      RIGHT + "{\"i\":3,\"t\":4,\"type\":\"ok\",\"p\":1,%s,\"v\":1}\n";

  private static final String STALE = RIGHT + "{\"i\":3,\"t\":4,\"type\":\"ok\",\"p\":1,%s}\n";

  private static final String READ = "\"f\":\"read\",\"k\":\"x\"";

  @TempDir Path run;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aKilledRunIsInconclusiveAlsoWhenToldTwice() throws IOException {
    recorded(FRESH.formatted(READ) + "{\"i\":4,\"t\"");

    assertThat(quorate("report", run.toString())).as("%s", err).isEqualTo(ExitCode.INCONCLUSIVE);
    assertThat(quorate("report", run.toString())).isEqualTo(ExitCode.INCONCLUSIVE);

    assertThat(out.toString()).containsSubsequence("The run did not end", "The run did not end");
  }

  @Test
  void aViolationInAKilledRunIsRed() throws IOException {
    recorded(STALE.formatted(READ));

    assertThat(quorate("report", run.toString())).as("%s", err).isEqualTo(ExitCode.VIOLATION);

    assertThat(out.toString()).contains("verdict: VIOLATION (exit 1)", "how bad: 1 read is stale");
    assertThat(Files.readString(run.resolve("report.html"))).contains("How bad it is");
    assertThat(Files.readString(run.resolve("verdict.json"))).contains("\"sequential\" : \"yes\"");
  }

  @Test
  void aRunIsCheckedByItsFolder() throws IOException {
    recorded(STALE.formatted(READ));

    assertThat(quorate("check", run.toString())).as("%s", err).isEqualTo(ExitCode.VIOLATION);

    assertThat(out.toString())
        .contains("history.jsonl: NOT linearizable", "key x: stale read")
        .contains(
            "how bad: 1 read is stale: by at least 0.000 ms (read of nil by process 1 (row 1))")
        .contains("sequentially consistent: each process alone saw no fault.");
  }

  @Test
  void theAnswerOfACheckCanBeReadByMachines() throws IOException {
    recorded(STALE.formatted(READ));

    assertThat(quorate("check", "--json", run.toString())).isEqualTo(ExitCode.VIOLATION);

    assertThat(out.toString())
        .startsWith("{")
        .contains("\"result\" : \"not-linearizable\"", "\"violatedKeys\" : 1", "\"key\" : \"x\"");
  }

  @Test
  void aKeyThatIsAskedForIsShownEvenWhenItIsRight() throws IOException {
    recorded(FRESH.formatted(READ));

    assertThat(quorate("check", "--key", "x", run.toString())).isEqualTo(ExitCode.PASS);
    assertThat(out.toString()).contains("key x: linearizable");
    assertThat(quorate("check", "--key", "y", run.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no history given has a key \"y\"");
  }

  @Test
  void aCheckTellsOnRequestWhatItWouldHaveCaught() throws IOException {
    recorded(FRESH.formatted(READ));

    assertThat(quorate("check", run.toString())).isEqualTo(ExitCode.PASS);
    assertThat(out.toString()).doesNotContain("power");
    assertThat(quorate("check", "--power", run.toString())).isEqualTo(ExitCode.PASS);
    assertThat(quorate("check", "--power", "--json", run.toString())).isEqualTo(ExitCode.PASS);

    assertThat(out.toString())
        .contains("power:   it would have caught 1 of 1 stale reads (100 %), 1 of 1 lost writes")
        .containsPattern("\"damage\" : \"frozen-replica\",\\s*\"places\" : 0");
  }

  @Test
  void aRunTellsByItselfWhatItWouldHaveCaught() throws IOException {
    recorded(FRESH.formatted(READ));

    quorate("report", run.toString());

    assertThat(out.toString()).contains("power:   it would have caught 1 of 1 stale reads (100 %)");
    assertThat(Files.readString(run.resolve("report.html"))).contains("What would have been seen");
    assertThat(Files.readString(run.resolve("verdict.json"))).contains("\"damages\"");
  }

  @Test
  void aPowerThatIsNotMeasuredIsNotPassedOver() throws IOException {
    recorded(STALE.formatted(READ));

    assertThat(quorate("check", "--power", run.toString())).isEqualTo(ExitCode.VIOLATION);

    assertThat(out.toString()).contains("power:   not measured");
  }

  @Test
  void everyScheduleAndSystemThatComesWithTheToolkitIsListed() {
    assertThat(quorate("schedules")).isEqualTo(ExitCode.PASS);
    assertThat(quorate("systems")).isEqualTo(ExitCode.PASS);
    assertThat(quorate("schedules", "show", "bridge")).isEqualTo(ExitCode.PASS);

    assertThat(out.toString())
        .contains(
            "isolate-leader", "raft:B07", "stale-read-from-memory", "symptom:", "name: bridge");
  }

  private void recorded(String history) throws IOException {
    Files.writeString(run.resolve("history.jsonl"), history);
  }

  private ExitCode quorate(String... words) {
    Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err));
    return new Main(new Quorate(), terminal, new CrashLog(run.resolve("crashes"))).run(words);
  }
}
