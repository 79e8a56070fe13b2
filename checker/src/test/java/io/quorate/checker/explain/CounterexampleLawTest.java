package io.quorate.checker.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Access;
import io.quorate.checker.Counterexample.Kept;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.Truth;
import io.quorate.checker.model.Models;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.Selection;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterexampleLawTest {
  @ParameterizedTest
  @CsvSource({
    "register, IGNORE, 10000",
    "cas-register, IGNORE, 12000",
    "cas-register, OBSERVE, 12000",
    "mutex, IGNORE, 8000",
    "test-and-set, IGNORE, 8000"
  })
  void noClosedSetOfALegalHistoryIsIllegal(String name, FailedCas failedCas, int count) {
    RegisterModel model = (RegisterModel) Models.named(name);
    int closedSets = 0;
    int smallerCores = 0;
    for (int seed = 0; seed < count; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RandomHistory shape =
          new RandomHistory(4 + random.nextInt(6), 3, random.nextInt(4), 0.15, 0, 0.4);
      History history = shape.draw(model, seed);

      List<Kept> set = draw(history, model, failedCas, random);

      boolean closed = Truth.closed(history, model, failedCas, set);
      int drawn = seed;
      Supplier<String> replay = () -> name + " " + failedCas + " seed " + drawn + " " + set;
      assertThat(sameByTheClosureOfTheSearch(history, model, failedCas, set))
          .as(replay)
          .isEqualTo(closed);
      if (closed && !set.isEmpty()) {
        List<Kept> core = core(history, model, failedCas, set);
        assertThat(set).as(replay).containsAll(core);
        assertThat(core).as(replay).containsAll(observers(set, model, failedCas));
        assertThat(Truth.closed(history, model, failedCas, core)).as(replay).isTrue();
        smallerCores += core.size() < set.size() ? 1 : 0;
      }
      if (closed) {
        closedSets++;
        assertThat(Truth.legal(model, failedCas, set)).as(replay).isTrue();
      }
    }
    assertThat(closedSets).as("closed sets seen").isGreaterThan(count / 4);
    assertThat(smallerCores).as("cores that leave something out").isGreaterThan(count / 50);
  }

  private static List<Kept> core(
      History history, RegisterModel model, FailedCas failedCas, List<Kept> set) {
    RegisterOperations register =
        new RegisterOperations(Operations.split(history, failedCas).getFirst(), model);
    Selection core = new Closure(register).core(selection(register, set));
    return Arrays.stream(core.members())
        .mapToObj(i -> new Kept(history.operation(register.operations().row(i)), core.weakened(i)))
        .toList();
  }

  /** What of the set is in for what it saw. */
  private static List<Kept> observers(List<Kept> set, RegisterModel model, FailedCas failedCas) {
    return set.stream()
        .filter(kept ->
            switch (Truth.access(model, kept.operation(), failedCas)) {
              case Access.Read read -> true;
              case Access.Differs differs -> true;
              case Access.Cas cas -> !kept.weakened();
              case Access ignored -> false;
            })
        .toList();
  }

  /** Few observers, most writers, some of them weakened: so that many sets are closed. */
  private static List<Kept> draw(
      History history, RegisterModel model, FailedCas failedCas, SplittableRandom random) {
    List<Kept> set = new ArrayList<>();
    double share = random.nextDouble();
    for (int row = 0; row < history.size(); row++) {
      boolean kept = random.nextDouble() < (random.nextInt(3) == 0 ? share : 0.9);
      switch (Truth.access(model, history.operation(row), failedCas)) {
        case Access.Write write when kept -> set.add(new Kept(history.operation(row), false));
        case Access.Cas cas when kept && !cas.from().equals(cas.to()) ->
            set.add(new Kept(history.operation(row), random.nextBoolean()));
        case Access.Read read when random.nextDouble() < share ->
            set.add(new Kept(history.operation(row), false));
        case Access.Differs differs when random.nextDouble() < share ->
            set.add(new Kept(history.operation(row), false));
        case Access ignored -> {}
      }
    }
    return set;
  }

  private static boolean sameByTheClosureOfTheSearch(
      History history, RegisterModel model, FailedCas failedCas, List<Kept> set) {
    List<Operations> keys = Operations.split(history, failedCas);
    if (keys.isEmpty()) {
      return true;
    }
    RegisterOperations register = new RegisterOperations(keys.get(0), model);
    return new Closure(register).closed(selection(register, set));
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
}
