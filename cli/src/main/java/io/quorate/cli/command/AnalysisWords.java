package io.quorate.cli.command;

import io.quorate.checker.Analysis;
import io.quorate.checker.Counterexample;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Verdict;
import io.quorate.cli.Terminal;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.results.insight.Checked;
import io.quorate.results.insight.InsightLines;
import io.quorate.results.insight.Insights;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the checker says of one history, in the words of a terminal. */
final class AnalysisWords {
  /** Most operations of a counterexample that a terminal is given. */
  static final int MOST_SHOWN = 40;

  private static final int LONGEST_LINE = 2_000;

  private final History history;
  private final Analysis analysis;
  private final Insights insights;
  private final Terminal terminal;

  AnalysisWords(History history, Checked checked, Terminal terminal) {
    this.history = history;
    this.analysis = checked.analysis();
    this.insights = checked.insights();
    this.terminal = terminal;
  }

  /** Tells it of {@code file}: of {@code key} alone, or of every key that is worth a word. */
  void tell(String file, @Nullable String key) {
    terminal.out().println(file + ": " + sentence());
    for (KeyVerdict each : analysis.keys()) {
      boolean worth = each.verdict().rank() > 0 || hasOrder(each.verdict());
      if (key == null ? worth : Objects.equals(key, each.key())) {
        show(each);
      }
    }
    for (String line : InsightLines.of(insights)) {
      terminal.out().println("  " + OperationLine.harmless(line, LONGEST_LINE));
    }
  }

  private static boolean hasOrder(Verdict verdict) {
    return verdict instanceof Verdict.Linearizable legal && !legal.order().isEmpty();
  }

  private String sentence() {
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

  private void show(KeyVerdict key) {
    String name = key.key() == null ? "the object" : "key " + OperationLine.harmless(key.key());
    switch (key.verdict()) {
      case Verdict.Linearizable legal -> {
        terminal.out().println("  " + name + ": linearizable, by " + key.engine());
        legal.order().forEach(row -> line(OperationLine.of(history.operation(row), false)));
      }
      case Verdict.Undecided u -> terminal.out().println("  " + name + ": undecided: " + u.why());
      case Verdict.NotLinearizable n -> show(name, n.counterexample());
    }
  }

  private void show(String name, Counterexample why) {
    terminal.out().println("  " + name + ": " + why.sentence());
    why.operations().stream()
        .limit(MOST_SHOWN)
        .forEach(kept -> line(OperationLine.of(kept.operation(), kept.weakened())));
    int more = why.operations().size() - MOST_SHOWN;
    if (more > 0) {
      line("and " + more + " more; --json has them all");
    }
  }

  private void line(String words) {
    terminal.out().println("    " + words);
  }
}
