package io.quorate.checker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Certificate;
import io.quorate.checker.Counterexample;
import io.quorate.checker.Counterexample.Kept;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Options;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.Truth;
import io.quorate.checker.Verdict;
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
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Histories of 40 to 200 operations, too long for brute force: what the door says, another engine
 * says too, and each verdict is proven.
 */
class SecondEngineTest {
  /** Histories in every build; {@code -Dquorate.twins.long=100000} for more. */
  private static final int COUNT = Integer.getInteger("quorate.twins.long", 2_000);

  /** The largest counterexample that brute force is asked about. */
  private static final int SMALL = 9;

  private static final Options OPTIONS =
      Options.of(Budget.of(60, 64), System::nanoTime).withCertificates();

  private final Map<String, Integer> seen = new ConcurrentHashMap<>();

  @Test
  void everyVerdictIsThatOfAnotherEngineAndIsProven() {
    IntStream.range(0, COUNT).parallel().forEach(this::judge);

    assertThat(seen).containsKeys("zones", "necessary checks", "depth-first search");
    assertThat(seen.get("illegal")).as("%s", seen).isBetween(COUNT / 4, COUNT * 3 / 4);
    assertThat(seen.get("confirmed")).as("%s", seen).isGreaterThan(COUNT * 99 / 100);
  }

  private void judge(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RegisterModel model = seed % 3 == 0 ? Models.register() : Models.casRegister();
    FailedCas failedCas = random.nextBoolean() ? FailedCas.OBSERVE : FailedCas.IGNORE;
    History history = shape(random).draw(model, seed);
    String replay = model.name() + " " + failedCas + " seed " + seed;

    Analysis analysis = Checker.check(history, model, OPTIONS.failedCas(failedCas));

    KeyVerdict key = analysis.keys().getFirst();
    Operations operations = Operations.split(history, failedCas, model::call).getFirst();
    RegisterOperations register = new RegisterOperations(operations, model);
    count(key.engine());
    switch (key.verdict()) {
      case Verdict.Linearizable(List<Integer> order) -> {
        count("legal");
        confirm(key, register, Selection.all(register.size()), true, replay);
        assertThat(Certificate.verify(history, model, failedCas, null, order)).as(replay).isEmpty();
      }
      case Verdict.NotLinearizable(Counterexample why) -> {
        count("illegal");
        confirm(key, register, Selection.all(register.size()), false, replay);
        refute(history, model, failedCas, register, why.operations(), replay);
      }
      case Verdict.Undecided undecided -> throw new AssertionError(replay + undecided.why());
    }
  }

  /** Few lies in few processes, or many of both: about half are illegal. */
  private static RandomHistory shape(SplittableRandom random) {
    int operations = 40 + random.nextInt(161);
    return new RandomHistory(
        operations,
        2 + random.nextInt(9),
        random.nextInt(3) == 0 ? 0 : 2 + random.nextInt(4),
        random.nextInt(3) * 0.03,
        random.nextInt(4) / (double) operations,
        0.4 + 0.2 * random.nextInt(3));
  }

  /** Whichever engine can decide says the same. */
  private void confirm(
      KeyVerdict key, RegisterOperations register, Selection all, boolean legal, String replay) {
    String depthFirst = depthFirst(register, all);
    String lazy = lazy(register, all);
    String other = key.engine().equals("lazy search") ? depthFirst : lazy;
    String expected = legal ? "LEGAL" : "ILLEGAL";
    assertThat(List.of(depthFirst, lazy, expected))
        .as(replay)
        .allMatch(outcome -> outcome.equals(expected) || outcome.startsWith("OUT_OF"));
    if (other.equals(expected)) {
      count("confirmed");
    }
  }

  /** The counterexample is closed and, by itself, illegal to engines that did not find it. */
  private static void refute(
      History history,
      RegisterModel model,
      FailedCas failedCas,
      RegisterOperations register,
      List<Kept> set,
      String replay) {
    assertThat(Truth.closed(history, model, failedCas, set)).as("closed %s", replay).isTrue();
    Selection selection = Selection.none(register.size());
    for (int i = 0; i < register.size(); i++) {
      int index = history.operation(register.operations().row(i)).index();
      for (Kept kept : set) {
        if (kept.operation().index() == index && kept.weakened()) {
          selection.weaken(i);
        } else if (kept.operation().index() == index) {
          selection.keep(i);
        }
      }
    }
    assertThat(selection.count()).as(replay).isEqualTo(set.size());
    assertThat(List.of(depthFirst(register, selection), lazy(register, selection)))
        .as("%s %s", replay, set)
        .containsOnly("ILLEGAL");
    if (set.size() <= SMALL) {
      assertThat(Truth.legal(model, failedCas, set)).as("%s %s", replay, set).isFalse();
    }
  }

  private static String depthFirst(RegisterOperations register, Selection selection) {
    return DepthFirst.search(
            RegisterProblem.of(register, selection, true),
            Deadline.afterSteps(300_000),
            new Memory(1L << 28))
        .outcome()
        .name();
  }

  private static String lazy(RegisterOperations register, Selection selection) {
    return LazySearch.search(
            register, selection, Deadline.afterSteps(1_000_000), new Memory(1L << 28))
        .outcome()
        .name();
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }
}
