package io.quorate.checker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Analysis;
import io.quorate.checker.BruteForce;
import io.quorate.checker.Budget;
import io.quorate.checker.Call;
import io.quorate.checker.Certificate;
import io.quorate.checker.Counterexample.Kept;
import io.quorate.checker.Model;
import io.quorate.checker.Options;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.Truth;
import io.quorate.checker.Verdict;
import io.quorate.checker.model.Models;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Value;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BruteForceTwinTest {
  /** Of so many histories each test has its share; {@code -Dquorate.twins=1000000} for more. */
  private static final long COUNT = Integer.getInteger("quorate.twins", 100_000);

  private static final Options OPTIONS =
      Options.of(Budget.of(60, 64), System::nanoTime).withCertificates();

  @ParameterizedTest
  @CsvSource({
    "register, IGNORE, 25000",
    "cas-register, IGNORE, 25000",
    "cas-register, OBSERVE, 30000",
    "mutex, IGNORE, 12500",
    "test-and-set, IGNORE, 12500"
  })
  void everyVerdictIsThatOfBruteForceAndIsProven(String name, FailedCas failedCas, int share) {
    int count = (int) (share * COUNT / 100_000);
    RegisterModel model = (RegisterModel) Models.named(name);
    int illegal = 0;
    for (int seed = 0; seed < count; seed++) {
      History history = shape(seed, name.equals("register") ? 2 : 1).draw(model, seed);
      boolean legal = BruteForce.legal(model, BruteForce.pieces(history, failedCas));
      illegal += legal ? 0 : 1;

      Analysis analysis = Checker.check(history, model, OPTIONS.failedCas(failedCas));

      String replay = name + " " + failedCas + " seed " + seed;
      assertThat(analysis.overall().rank()).as(replay).isEqualTo(legal ? 0 : 2);
      prove(history, model, analysis, replay);
    }
    assertThat(illegal).as("illegal of %d", count).isBetween(count * 3 / 10, count * 7 / 10);
  }

  private static void prove(
      History history, RegisterModel model, Analysis analysis, String replay) {
    FailedCas failedCas = analysis.failedCas();
    analysis
        .keys()
        .forEach(key -> {
          switch (key.verdict()) {
            case Verdict.Linearizable(List<Integer> order) ->
                assertThat(Certificate.verify(history, model, failedCas, null, order))
                    .as(replay)
                    .isEmpty();
            case Verdict.NotLinearizable(var counterexample) -> {
              List<Kept> set = counterexample.operations();
              assertThat(Truth.legal(model, failedCas, set)).as("%s %s", replay, set).isFalse();
              assertThat(Truth.closed(history, model, failedCas, set))
                  .as("%s closed %s", replay, counterexample)
                  .isTrue();
              assertThat(counterexample.sentence()).isNotEmpty();
              int forTheReader = key.engine().equals("necessary checks") ? 1 : 0;
              assertThat(removable(history, model, failedCas, set))
                  .as("%s not minimal: %s", replay, counterexample)
                  .isLessThanOrEqualTo(forTheReader);
            }
            case Verdict.Undecided(String why, var where) -> throw new AssertionError(replay + why);
          }
        });
  }

  /** Returns how many operations could be left out one by one without loss. */
  private static long removable(
      History history, RegisterModel model, FailedCas failedCas, List<Kept> set) {
    return set.stream()
        .filter(one -> {
          List<Kept> others = set.stream().filter(kept -> !kept.equals(one)).toList();
          return Truth.closed(history, model, failedCas, others)
              && !Truth.legal(model, failedCas, others);
        })
        .count();
  }

  @ParameterizedTest
  @CsvSource({"register, 5000", "cas-register, 5000", "mutex, 3000", "flaky-register, 5000"})
  void theSearchForAnyModelAgreesWithBruteForceToo(String name, int count) {
    Model<Value> model =
        name.equals("flaky-register")
            ? new Flaky(Models.register())
            : new Hidden((RegisterModel) Models.named(name));
    int illegal = 0;
    for (int seed = 0; seed < count; seed++) {
      History history = shape(seed, 1).draw(model, seed);
      boolean legal = BruteForce.legal(model, BruteForce.pieces(history, FailedCas.OBSERVE));
      illegal += legal ? 0 : 1;

      Verdict verdict = Checker.check(history, model, OPTIONS).overall();

      assertThat(verdict.rank()).as("%s seed %d", name, seed).isEqualTo(legal ? 0 : 2);
      if (verdict instanceof Verdict.NotLinearizable(var counterexample)) {
        long end = counterexample.operations().getLast().operation().invokeOrder();
        assertThat(counterexample.operations())
            .as("a prefix")
            .hasSize(
                (int)
                    BruteForce.pieces(history, FailedCas.OBSERVE).stream()
                        .filter(piece -> piece.invoke() <= end)
                        .count());
      }
    }
    assertThat(illegal).as("illegal of %d", count).isBetween(count / 10, count * 9 / 10);
  }

  @Test
  void moreOverlapAndMoreOperationsChangeNothing() {
    RegisterModel model = Models.casRegister();
    RandomHistory wide = new RandomHistory(9, 5, 3, 0.25, 0.15, 0.4);
    for (int seed = 0; seed < 1500; seed++) {
      History history = wide.draw(model, seed);
      boolean legal = BruteForce.legal(model, BruteForce.pieces(history, FailedCas.OBSERVE));

      Analysis analysis = Checker.check(history, model, OPTIONS);

      assertThat(analysis.overall().rank()).as("seed " + seed).isEqualTo(legal ? 0 : 2);
      prove(history, model, analysis, "wide seed " + seed);
    }
  }

  private static RandomHistory shape(long seed, int lies) {
    SplittableRandom random = new SplittableRandom(~seed);
    return new RandomHistory(
        3 + random.nextInt(5),
        2 + random.nextInt(3),
        random.nextInt(4),
        random.nextInt(3) * 0.15,
        lies * random.nextInt(1, 4) * 0.15,
        0.3 + random.nextInt(3) * 0.15);
  }

  /** A register model that does not say it is one. */
  private record Hidden(RegisterModel model) implements Model<Value> {
    @Override
    public String name() {
      return model.name();
    }

    @Override
    public Value initial() {
      return model.initial();
    }

    @Override
    public List<Value> step(Value state, Call call) {
      return model.step(state, call);
    }
  }

  /** A register whose writes may be lost: a model that is not deterministic. */
  private record Flaky(RegisterModel model) implements Model<Value> {
    @Override
    public String name() {
      return model.name();
    }

    @Override
    public Value initial() {
      return model.initial();
    }

    @Override
    public List<Value> step(Value state, Call call) {
      return call.function().equals("write")
          ? List.of(state, call.argument())
          : model.step(state, call);
    }
  }
}
