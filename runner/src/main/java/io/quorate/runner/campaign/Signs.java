package io.quorate.runner.campaign;

import io.quorate.checker.Analysis;
import io.quorate.checker.Counterexample;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Verdict;
import io.quorate.history.Completion;
import io.quorate.history.Disturbance;
import io.quorate.history.History;
import io.quorate.simulation.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a bug shows in what a trial left behind, whatever world it was played in. */
public final class Signs {
  private Signs() {}

  /** Returns the violation that was complete first: when the last of its answers was there. */
  public static Optional<Sign> violation(Analysis analysis) {
    return analysis.keys(Verdict.NotLinearizable.class).stream()
        .map(Signs::violation)
        .min(Comparator.comparingLong(Sign::atNanos));
  }

  private static Sign violation(KeyVerdict key) {
    if (!(key.verdict() instanceof Verdict.NotLinearizable violation)) {
      throw new IllegalArgumentException("no violation: " + key);
    }
    Counterexample counterexample = violation.counterexample();
    long at =
        counterexample.operations().stream()
            .map(Counterexample.Kept::operation)
            .filter(operation -> !(operation.completion() instanceof Completion.Info))
            .mapToLong(operation -> operation.completedNanos())
            .max()
            .orElse(0);
    String object = key.key() == null ? "the object" : "key " + key.key();
    return new Sign(Sign.Kind.HISTORY, object + ": " + counterexample.sentence(), at);
  }

  /** Returns what was seen otherwise than in the history. */
  public static Sign of(Finding finding) {
    Sign.Kind kind =
        switch (finding.kind()) {
          case LAW -> Sign.Kind.LAW;
          case STOPPED -> Sign.Kind.STOPPED;
          case LIVENESS -> Sign.Kind.LIVENESS;
        };
    return new Sign(kind, finding.words(), finding.atNanos());
  }

  /** Returns the kinds of {@code signs} as records have them, each once. */
  public static List<String> kinds(List<Sign> signs) {
    return signs.stream()
        .map(sign -> sign.kind().name().toLowerCase(Locale.ROOT))
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns which fault was not proven, if one was not: the trial cannot say that all is well. */
  public static Optional<String> unproven(History history) {
    return history.disturbances().stream()
        .filter(Signs::unproven)
        .findFirst()
        .map(fault -> fault.id() + ", " + fault.fault() + ", was not proven");
  }

  private static boolean unproven(Disturbance fault) {
    return switch (fault.fate()) {
      case TAKEN -> !fault.isHarnessStall() && !fault.proven();
      case FAILED -> true;
      case WAITING, NOT_TAKEN -> false;
    };
  }
}
