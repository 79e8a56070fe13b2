package io.quorate.cli.command;

import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Refusal;
import io.quorate.cli.Terminal;
import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Counterexample;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Verdict;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.file.HistoryReader;
import io.quorate.history.file.MalformedFileException;
import io.quorate.runner.conduct.Checking;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges histories that are already there: files, or the folders of runs. */
@Command(
    name = "check",
    description = "Check recorded histories for linearizability.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Action {
  @Parameters(arity = "1..*", paramLabel = "FILE|RUN", description = "Histories, or run folders.")
  private List<Path> inputs = List.of();

  @Option(names = "--model", paramLabel = "NAME", description = "The model; default: the file's.")
  private @Nullable String model;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      defaultValue = "60s",
      converter = Times.class,
      description = "Longest time for one history (default: ${DEFAULT-VALUE}).")
  private Duration timeLimit = Duration.ofSeconds(60);

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "1g",
      converter = Sizes.class,
      description = "Most memory for the searches (default: ${DEFAULT-VALUE}).")
  private long memory = 1L << 30;

  @Option(
      names = "--failed-cas",
      paramLabel = "ignore|observe",
      description = "What a refused compare-and-set says; default: what the file says.")
  private Header.@Nullable FailedCas failedCas;

  @Option(names = "--key", paramLabel = "K", description = "Show the verdict of this key.")
  private @Nullable String key;

  @Override
  public ExitCode run(Terminal terminal) {
    Checking checking = new Checking(model, failedCas, new Budget(timeLimit, memory));
    List<Path> files = inputs.stream().map(CheckCommand::historyAt).toList();
    ExitCode worst = ExitCode.PASS;
    for (Path file : files) {
      worst = worst.and(check(file, checking, terminal));
    }
    return worst;
  }

  private static Path historyAt(Path input) {
    Path file = Files.isDirectory(input) ? input.resolve("history.jsonl") : input;
    if (!Files.isReadable(file)) {
      throw new Refusal("there is no history to read at " + file);
    }
    return file;
  }

  private ExitCode check(Path file, Checking checking, Terminal terminal) {
    History history = read(file);
    Analysis analysis;
    try {
      analysis = checking.check(history);
    } catch (IllegalArgumentException e) {
      throw new Refusal(file + ": " + e.getMessage(), e);
    }
    terminal.out().println(file + ": " + sentence(analysis));
    for (KeyVerdict each : analysis.keys()) {
      if (key == null ? each.verdict().rank() > 0 : key.equals(each.key())) {
        show(each, terminal);
      }
    }
    return code(analysis);
  }

  private static History read(Path file) {
    try {
      return HistoryReader.read(file);
    } catch (MalformedFileException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw new Refusal(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String sentence(Analysis analysis) {
    String cost =
        String.format(
            Locale.ROOT,
            "%d operations, %d keys, model %s, a refused cas is %s, %.3f s",
            analysis.operations(),
            analysis.keys().size(),
            analysis.model(),
            analysis.failedCas() == Header.FailedCas.OBSERVE ? "observed" : "ignored",
            analysis.nanos() / 1e9);
    return switch (analysis.overall()) {
      case Verdict.Linearizable l -> "linearizable (" + cost + ")";
      case Verdict.NotLinearizable n -> "NOT linearizable (" + cost + ")";
      case Verdict.Undecided u -> "undecided (" + cost + ")";
    };
  }

  private static void show(KeyVerdict key, Terminal terminal) {
    String name = key.key() == null ? "the object" : "key " + key.key();
    switch (key.verdict()) {
      case Verdict.Linearizable l ->
          terminal.out().println("  " + name + ": linearizable, by " + key.engine());
      case Verdict.Undecided u -> terminal.out().println("  " + name + ": undecided: " + u.why());
      case Verdict.NotLinearizable n -> show(name, n.counterexample(), terminal);
    }
  }

  private static void show(String name, Counterexample why, Terminal terminal) {
    terminal.out().println("  " + name + ": " + why.sentence());
    for (Counterexample.Kept kept : why.operations()) {
      terminal.out().println("    " + OperationLine.of(kept));
    }
  }

  private static ExitCode code(Analysis analysis) {
    return switch (analysis.overall()) {
      case Verdict.Linearizable l -> ExitCode.PASS;
      case Verdict.NotLinearizable n -> ExitCode.VIOLATION;
      case Verdict.Undecided u -> ExitCode.INCONCLUSIVE;
    };
  }
}
