package io.quorate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class MainTest {
  @TempDir Path crashes;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Command(
      name = "quorate",
      mixinStandardHelpOptions = true,
      subcommands = {Run.class})
  static final class Top {}

  @Command(name = "run", mixinStandardHelpOptions = true)
  static final class Run implements Action {
    @Option(names = "--seconds")
    int seconds = 30;

    @Override
    public ExitCode run(Terminal terminal) throws IOException {
      terminal.out().println("seconds " + seconds);
      return switch (seconds) {
        case 1 -> ExitCode.VIOLATION;
        case 2 -> throw new Refusal("plan.yaml, line 3: unknown key 'node', nearest is 'nodes'");
        case 3 -> throw new IOException("disk on fire");
        case 4 -> throw new StackOverflowError();
        default -> ExitCode.PASS;
      };
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "run --second 5   | Unknown options: '--second', '5', did you mean '--seconds'?",
        "runn             | Unmatched argument at index 0: 'runn', did you mean 'run'?",
        "run --seconds x  | Invalid value for option '--seconds': 'x' is not an int",
        "                 | Which command? One of: run",
        "run --seconds 2  | plan.yaml, line 3: unknown key 'node', nearest is 'nodes'",
      })
  void wrongWordsAreRefusedInOneSentence(String words, String sentence) {
    ExitCode code = main().run(words == null ? new String[0] : words.split(" ", -1));

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString().lines()).singleElement().asString().contains(sentence);
  }

  @Test
  void whatTheCommandFindsIsWhatTheProcessSays() {
    assertThat(main().run("run")).isEqualTo(ExitCode.PASS);
    assertThat(main().run("run", "--seconds", "1")).isEqualTo(ExitCode.VIOLATION);
    assertThat(out.toString().lines()).containsExactly("seconds 30", "seconds 1");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpIsAnsweredAndPasses() {
    assertThat(main().run("run", "--help")).isEqualTo(ExitCode.PASS);
    assertThat(out.toString()).contains("Usage: quorate run");
  }

  @ParameterizedTest
  @CsvSource({"3, disk on fire", "4, StackOverflowError"})
  void aFailureOfTheToolkitIsOneSentenceAndAFullLog(String seconds, String what) throws Exception {
    ExitCode code = main().run("run", "--seconds", seconds);

    assertThat(code).isEqualTo(ExitCode.INTERNAL);
    Path log = onlyFileIn(crashes);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains(what)
        .contains(log.toString());
    assertThat(Files.readString(log, UTF_8))
        .contains("[run, --seconds, " + seconds + "]")
        .contains("at " + Run.class.getName());
  }

  @Test
  void withoutADiskForTheLogNothingIsLost() throws Exception {
    Path taken = Files.writeString(crashes.resolve("a-file"), "in the way");

    ExitCode code = new Main(new Top(), terminal(), new CrashLog(taken)).run("run", "--seconds=3");

    assertThat(code).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString()).contains("disk on fire").contains("at " + Run.class.getName());
  }

  @ParameterizedTest
  @CsvSource({
    "VIOLATION, INTERNAL, VIOLATION",
    "INTERNAL, INCONCLUSIVE, INTERNAL",
    "RULE_BROKEN, INCONCLUSIVE, INCONCLUSIVE",
    "PASS, RULE_BROKEN, RULE_BROKEN",
    "PASS, PASS, PASS"
  })
  void theWorseOfTwoCodesIsTheCodeOfBoth(ExitCode one, ExitCode other, ExitCode both) {
    assertThat(one.and(other)).isEqualTo(both);
    assertThat(other.and(one)).isEqualTo(both);
  }

  private Main main() {
    return new Main(new Top(), terminal(), new CrashLog(crashes));
  }

  private Terminal terminal() {
    return new Terminal(new PrintWriter(out), new PrintWriter(err));
  }

  private static Path onlyFileIn(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      return files.iterator().next();
    }
  }
}
