package io.quorate.results.sample;

import io.quorate.checker.Analysis;
import io.quorate.checker.Counterexample;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Verdict;
import io.quorate.history.Completion;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.util.ArrayList;
import java.util.List;

/** Answers of a checker, made by hand. */
public final class Analyses {
  private Analyses() {}

  /** Every key of {@code history} is linearizable. */
  public static Analysis green(History history) {
    return new Analysis("cas-register", Header.FailedCas.IGNORE, keys(history), 12_000_000);
  }

  /** One more key could not be decided. */
  public static Analysis undecided(History history) {
    Verdict verdict = new Verdict.Undecided("the budget of 60 s ran out at row 17");
    return with(history, new KeyVerdict("k9", 30, verdict, "depth-first search", 100_000, 60));
  }

  /** One more key is not linearizable: two writes and a read of the older, from the history. */
  public static Analysis red(History history) {
    Verdict verdict = new Verdict.NotLinearizable(counterexample(history));
    return with(history, new KeyVerdict("k7", 30, verdict, "necessary checks", 30, 1_000));
  }

  private static Counterexample counterexample(History history) {
    List<Counterexample.Kept> kept = new ArrayList<>();
    List<Operation> unplaced = new ArrayList<>();
    for (int i = history.size() / 3; i < history.size() && kept.size() < 4; i++) {
      Operation operation = history.operation(i);
      String function = operation.invocation().function();
      String wanted = kept.size() < 3 ? "write" : "read";
      if (function.equals(wanted) && operation.completion().kind() != Completion.Kind.FAIL) {
        kept.add(new Counterexample.Kept(operation, kept.size() == 1));
      }
    }
    unplaced.add(kept.getLast().operation());
    return new Counterexample(
        kept,
        "a read returned the value of a write although another write lies wholly between them.",
        2,
        List.of(0, 1, 2),
        List.of("4711"),
        unplaced);
  }

  private static Analysis with(History history, KeyVerdict key) {
    List<KeyVerdict> keys = new ArrayList<>(keys(history));
    keys.add(key);
    return new Analysis("cas-register", Header.FailedCas.IGNORE, keys, 34_000_000);
  }

  private static List<KeyVerdict> keys(History history) {
    List<KeyVerdict> keys = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Verdict verdict = new Verdict.Linearizable(List.of());
      keys.add(
          new KeyVerdict("k" + i, history.size() / 4, verdict, "depth-first search", 900, 3_000));
    }
    return keys;
  }
}
