package io.quorate.cli.command;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Counterexample;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Verdict;
import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Refusal;
import io.quorate.cli.Terminal;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.file.HistoryReader;
import io.quorate.history.file.MalformedFileException;
import io.quorate.nemesis.yaml.Words;
import io.quorate.results.store.AnalysisJson;
import io.quorate.results.store.RunFolder;
import io.quorate.runner.conduct.Checking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
      converter = Choice.OfFailedCas.class,
      description = "What a refused compare-and-set says; default: what the file says.")
  private Header.@Nullable FailedCas failedCas;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "auto",
      converter = Choice.OfFormat.class,
      description = "auto or quorate (default: ${DEFAULT-VALUE}).")
  private Choice.Format format = Choice.Format.AUTO;

  @Option(names = "--key", paramLabel = "K", description = "Show what is said of this key alone.")
  private @Nullable String key;

  @Option(names = "--json", description = "Print JSON instead of words.")
  private boolean json;

  @Override
  public ExitCode run(Terminal terminal) {
    requireReadable(format);
    Checking checking = new Checking(model, failedCas, new Budget(timeLimit, memory));
    List<Path> files = inputs.stream().map(CheckCommand::historyAt).toList();
    Map<String, Analysis> analyses = new LinkedHashMap<>();
    files.forEach(file -> analyses.put(file.toString(), analysis(file, checking)));
    if (key != null && analyses.values().stream().noneMatch(this::hasKey)) {
      throw new Refusal("no history given has a key " + Words.quoted(key));
    }
    if (json) {
      terminal.out().println(AnalysisJson.of(analyses));
    } else {
      analyses.forEach((file, analysis) -> tell(file, analysis, terminal));
    }
    return analyses.values().stream().map(CheckCommand::code).reduce(ExitCode.PASS, ExitCode::and);
  }

  private static void requireReadable(Choice.Format format) {
    switch (format) {
      case AUTO, QUORATE -> {}
      case EDN, JEPSEN_LOG, PORCUPINE_KV ->
          throw new Refusal(
              "--format edn, jepsen-log and porcupine-kv come with the jepsen module, which this"
                  + " version does not have: only history.jsonl can be read");
    }
  }

  private static Path historyAt(Path input) {
    Path file = input;
    if (Files.isDirectory(input) || input.endsWith(RunFolder.LATEST)) {
      try {
        file = RunFolder.open(input).history();
      } catch (IOException e) {
        throw new Refusal("there is no run to read at " + input, e);
      }
    }
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Refusal("there is no history to read at " + file);
    }
    return file;
  }

  private static Analysis analysis(Path file, Checking checking) {
    History history = read(file);
    try {
      return checking.check(history);
    } catch (IllegalArgumentException e) {
      throw new Refusal(file + ": " + e.getMessage(), e);
    }
  }

  private boolean hasKey(Analysis analysis) {
    return analysis.keys().stream().anyMatch(each -> Objects.equals(key, each.key()));
  }

  private void tell(String file, Analysis analysis, Terminal terminal) {
    terminal.out().println(file + ": " + sentence(analysis));
    for (KeyVerdict each : analysis.keys()) {
      if (key == null ? each.verdict().rank() > 0 : key.equals(each.key())) {
        show(each, terminal);
      }
    }
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
