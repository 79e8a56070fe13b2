package io.quorate.checker.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Counterexample.Kept;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.Truth;
import io.quorate.checker.lazy.LazySearch;
import io.quorate.checker.model.Models;
import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.DepthFirst;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterProblem;
import io.quorate.checker.search.Selection;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counterexamples that the lazy search takes from the midst of long histories with few values. */
class LongCounterexampleTest {
  private static final int COUNT = Integer.getInteger("counterexamples", 400);
  private static final int MANY = 60;
  private static final RegisterModel MODEL = Models.casRegister();

  /**
   * Whenever the time is over: a clock ticks whenever it is read, which is once a search or more.
   */
  @ParameterizedTest
  @ValueSource(longs = {0, 5, 20, Long.MAX_VALUE})
  void theyAreClosedInTheWholeHistoryAndIllegalToAnotherEngine(long ticks) {
    int seen = 0;
    for (int seed = Integer.getInteger("first", 0); seed < COUNT; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomHistory shape =
          new RandomHistory(
              100 + random.nextInt(400),
              4 + random.nextInt(12),
              2 + random.nextInt(4),
              random.nextInt(3) * 0.01,
              0.004,
              0.6 + 0.1 * random.nextInt(4));
      FailedCas failedCas = random.nextBoolean() ? FailedCas.OBSERVE : FailedCas.IGNORE;
      History history = shape.draw(MODEL, seed);
      RegisterOperations register =
          new RegisterOperations(Operations.split(history, failedCas).getFirst(), MODEL);
      Selection all = Selection.all(register.size());

      LazySearch.Result result =
          LazySearch.search(register, all, Deadline.afterSteps(1_000_000), memory());

      if (result.outcome() == LazySearch.Outcome.ILLEGAL) {
        String replay = "-Dfirst=" + seed + " " + failedCas;
        AtomicLong now = new AtomicLong();
        List<Kept> set =
            new Explainer(history, Deadline.at(now::incrementAndGet, ticks), 1 << 28)
                .between(register, result)
                .operations();
        assertThat(Truth.closed(history, MODEL, failedCas, set)).as(replay).isTrue();
        assertThat(illegal(register, set)).as(replay).isTrue();
        seen++;
      }
    }
    assertThat(seen).as("illegal").isGreaterThan(COUNT / 5);
  }

  /** To the depth-first search; of many operations, as time was short, to either search. */
  private static boolean illegal(RegisterOperations register, List<Kept> set) {
    Selection selection = selection(register, set);
    DepthFirst.Outcome outcome =
        DepthFirst.search(
                RegisterProblem.of(register, selection, true),
                Deadline.afterSteps(set.size() > MANY ? 100_000 : 20_000_000),
                memory())
            .outcome();
    return outcome == DepthFirst.Outcome.ILLEGAL
        || (set.size() > MANY
            && outcome == DepthFirst.Outcome.OUT_OF_STEPS
            && LazySearch.search(register, selection, Deadline.afterSteps(1_000_000), memory())
                    .outcome()
                == LazySearch.Outcome.ILLEGAL);
  }

  private static Selection selection(RegisterOperations register, List<Kept> set) {
    Selection selection = Selection.none(register.size());
    for (Kept kept : set) {
      for (int i = 0; i < register.size(); i++) {
        if (register.operations().row(i) == kept.operation().index()) {
          if (kept.weakened()) {
            selection.weaken(i);
          } else {
            selection.keep(i);
          }
        }
      }
    }
    return selection;
  }

  private static Memory memory() {
    return new Memory(1 << 28);
  }
}
