package io.quorate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quorate.cli.CrashLog;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Main;
import io.quorate.cli.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The histories others recorded, where they are at hand beside the project. */
class SharedHistoriesTest {
  private static final Path FOLDER = Path.of("../../shared/histories");

  @TempDir Path crashes;

  @Test
  void everyFileIsJudgedAsItsManifestSays(TestReporter reporter) throws IOException {
    Path manifest = FOLDER.resolve("manifest.csv");
    assumeTrue(Files.exists(manifest), "no histories beside the project: 0 of them checked");
    List<String> rows = Files.readAllLines(manifest).stream().skip(1).toList();

    for (String row : rows) {
      boolean legal = row.contains(",true,");
      StringWriter said = new StringWriter();

      ExitCode code = check(row, said);

      assertThat(code).as(row + said).isEqualTo(legal ? ExitCode.PASS : ExitCode.VIOLATION);
      assertThat(said.toString()).contains(legal ? ": linearizable (" : ": NOT linearizable (");
      String refused = row.startsWith("porcupine/jepsen") ? "observed" : "ignored";
      assertThat(said.toString()).contains("a refused cas is " + refused);
    }

    reporter.publishEntry("histories checked", Integer.toString(rows.size()));
    assertThat(rows).isNotEmpty();
  }

  private ExitCode check(String row, StringWriter said) {
    List<String> args = new ArrayList<>(List.of("check", "--certificate"));
    if (row.contains("init 0")) {
      args.addAll(List.of("--initial", "0"));
    }
    args.add(FOLDER.resolve(row.substring(0, row.indexOf(','))).toString());
    Terminal terminal = new Terminal(new PrintWriter(said), new PrintWriter(said));
    return new Main(new Quorate(), terminal, new CrashLog(crashes))
        .run(args.toArray(String[]::new));
  }
}
