package io.quorate.cli.command;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Model;
import io.quorate.checker.Verdict;
import io.quorate.checker.model.Models;
import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Refusal;
import io.quorate.cli.Terminal;
import io.quorate.history.Header;
import io.quorate.history.Value;
import io.quorate.history.foreign.Form;
import io.quorate.nemesis.yaml.Words;
import io.quorate.results.insight.Checked;
import io.quorate.results.insight.Orders;
import io.quorate.results.store.AnalysisJson;
import io.quorate.runner.conduct.Checking;
import io.quorate.runner.conduct.Probing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
      converter = Choice.OfForm.class,
      description = "auto, quorate, edn, jepsen-log or porcupine-kv (default: ${DEFAULT-VALUE}).")
  private @Nullable Form form;

  @Option(
      names = "--initial",
      paramLabel = "VALUE",
      converter = Initial.class,
      description = "What a register holds at first: nil, a number or a text (default: nil).")
  private @Nullable Value initial;

  @Option(names = "--key", paramLabel = "K", description = "Show what is said of this key alone.")
  private @Nullable String key;

  @Option(
      names = "--certificate",
      description = "Show an order that explains each linearizable key, replayed first.")
  private boolean certificate;

  @Option(
      names = "--power",
      description = "Measure what would have been caught here; takes as long again at most.")
  private boolean power;

  @Option(names = "--json", description = "Print JSON instead of words.")
  private boolean json;

  @Override
  public ExitCode run(Terminal terminal) {
    if (model != null) {
      checkName(model);
    }
    List<Path> files = inputs.stream().map(HistoryFile::locate).toList();
    Map<String, Checked> all = new LinkedHashMap<>();
    List<Runnable> words = new ArrayList<>();
    for (Path path : files) {
      HistoryFile file = HistoryFile.read(path, form);
      Checked checked = checked(file);
      all.put(path.toString(), checked);
      words.add(() -> tell(file, checked, terminal));
    }
    List<Analysis> analyses = all.values().stream().map(Checked::analysis).toList();
    if (key != null && analyses.stream().noneMatch(this::hasKey)) {
      throw new Refusal("no history given has a key " + Words.quoted(key));
    }
    if (json) {
      terminal.out().println(AnalysisJson.of(all));
    } else {
      words.forEach(Runnable::run);
    }
    return analyses.stream().map(CheckCommand::code).reduce(ExitCode.PASS, ExitCode::and);
  }

  private static void checkName(String name) {
    if (!Models.names().contains(name)) {
      throw new Refusal(
          "there is no model " + Words.quoted(name) + Words.remedy(name, Models.names()));
    }
  }

  private void tell(HistoryFile file, Checked checked, Terminal terminal) {
    new AnalysisWords(file.history(), checked, terminal).tell(file.path().toString(), key);
    if (certificate) {
      new Orders(file.history(), file.model(model, initial), checked.analysis())
          .missing(key)
          .ifPresent(sentence -> terminal.out().println("  order:   " + sentence));
    }
    if (power && checked.insights().power() == null) {
      terminal
          .out()
          .println("  power:   not measured: there is a violation, no register, or no time");
    }
  }

  private Checked checked(HistoryFile file) {
    Model<?> judge = file.model(model, initial);
    Budget budget = new Budget(timeLimit, memory);
    Analysis analysis = analysis(file, judge, budget);
    return new Checked(analysis, new Probing(budget, power).of(file.history(), judge, analysis));
  }

  private Analysis analysis(HistoryFile file, Model<?> judge, Budget budget) {
    Checking checking = new Checking(failedCas, budget, certificate);
    Analysis analysis;
    try {
      analysis = checking.check(file.history(), judge);
    } catch (IllegalArgumentException e) {
      throw new Refusal(file.path() + ": " + e.getMessage(), e);
    }
    new Orders(file.history(), judge, analysis).replay();
    return analysis;
  }

  private boolean hasKey(Analysis analysis) {
    return analysis.keys().stream().anyMatch(each -> Objects.equals(key, each.key()));
  }

  private static ExitCode code(Analysis analysis) {
    return switch (analysis.overall()) {
      case Verdict.Linearizable l -> ExitCode.PASS;
      case Verdict.NotLinearizable n -> ExitCode.VIOLATION;
      case Verdict.Undecided u -> ExitCode.INCONCLUSIVE;
    };
  }
}
