package io.quorate.checker.judge;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Model;
import io.quorate.checker.Options;
import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.Operations;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Decides whether a history is linearizable.
 *
 * <p>Operations that surely did not happen are dropped; one of unknown outcome may take effect at
 * any time after its invocation, or never. Intervals are closed, and only order numbers say what
 * precedes what. A refused cas says nothing, or that the value differed, as {@link
 * Options#failedCas} or the history's header has it.
 *
 * <p>Keys are judged independently, the largest first, in rounds: in each round a key that is not
 * decided gets {@link #FACTOR} times the steps of the round before, until the time is over. So a
 * key that explodes costs the others at most as much as they cost themselves, and never hides their
 * verdict. What is not linearizable is explained when all keys have their verdicts.
 */
public final class Checker {
  /** How many times more steps there are in the next round. */
  static final long FACTOR = 16;

  private Checker() {}

  /**
   * Judges {@code history} by {@code model}, key by key.
   *
   * @throws IllegalArgumentException when an operation asks for a function or brings an argument
   *     that no object of this kind knows
   */
  public static <S> Analysis check(History history, Model<S> model, Options options) {
    long start = options.nanoTime().getAsLong();
    FailedCas failedCas = options.failedCas();
    FailedCas stated = failedCas == null ? history.header().failedCas() : failedCas;
    Budget budget = options.budget();
    long end = start + budget.time().toNanos();
    Deadline deadline = Deadline.at(options.nanoTime(), end);
    long share = budget.memoryBytes() / options.parallelism();
    List<KeyCase<S>> cases = new ArrayList<>();
    for (Operations operations : Operations.split(history, stated, model::call)) {
      cases.add(new KeyCase<>(history, model, operations, options, deadline, share));
    }
    judge(cases, options);
    explain(cases, options, end + Budget.GRACE.toNanos());
    List<KeyVerdict> verdicts = cases.stream().map(KeyCase::verdict).toList();
    return new Analysis(model.name(), stated, verdicts, options.nanoTime().getAsLong() - start);
  }

  private static <S> void judge(List<KeyCase<S>> cases, Options options) {
    List<KeyCase<S>> open = new ArrayList<>(cases);
    open.sort(Comparator.comparingInt((KeyCase<S> c) -> c.size()).reversed());
    for (long scale = 1; !open.isEmpty(); scale *= FACTOR) {
      long now = scale;
      List<Runnable> work = new ArrayList<>();
      open.forEach(c -> work.add(() -> c.attempt(now)));
      Crew.run(work, options.executor(), options.parallelism());
      open.removeIf(KeyCase::finished);
    }
  }

  /** Says why, once all verdicts are there: no explanation takes another key's time. */
  private static <S> void explain(List<KeyCase<S>> cases, Options options, long end) {
    List<Runnable> work = new ArrayList<>();
    for (KeyCase<S> each : cases) {
      if (each.owesExplanation()) {
        work.add(() -> each.explain(until(options.nanoTime(), end)));
      }
    }
    Crew.run(work, options.executor(), options.parallelism());
  }

  private static Deadline until(LongSupplier nanoTime, long end) {
    long left = end - nanoTime.getAsLong();
    return Deadline.at(nanoTime, end - left + Math.min(left, Budget.EXPLANATION.toNanos()));
  }
}
