package io.quorate.checker.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Certificate;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Options;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.TextHistory;
import io.quorate.checker.Verdict;
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
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {
  private static final Options OPTIONS = Options.of(Budget.of(20, 256), System::nanoTime);

  @Test
  void anEmptyHistoryIsLinearizable() {
    Analysis analysis = Checker.check(TextHistory.of("register", ""), Models.register(), OPTIONS);

    assertThat(analysis.overall()).isEqualTo(new Verdict.Linearizable(List.of()));
    assertThat(analysis.keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "bad"})
  void aRefusedCasSaysOnlyWhatIsStatedOfIt(String second) {
    History history =
        TextHistory.of(
            "cas-register",
            """
            0 :invoke :write 1
            0 :ok :write 1
            0 :invoke :cas [%s 2]
            0 :fail :cas [%s 2]
            """
                .replace("%s", second.equals("ok") ? "7" : "1"));

    Analysis observed = Checker.check(history, Models.casRegister(), OPTIONS);
    Analysis ignored =
        Checker.check(history, Models.casRegister(), OPTIONS.failedCas(FailedCas.IGNORE));

    assertThat(observed.overall().rank()).isEqualTo(second.equals("ok") ? 0 : 2);
    assertThat(observed.failedCas()).isEqualTo(FailedCas.OBSERVE);
    assertThat(ignored.overall().rank()).isZero();
    assertThat(ignored.failedCas()).isEqualTo(FailedCas.IGNORE);
  }

  @Test
  void manyClientsOnFewValuesAreDecidedByTheLazySearch() {
    int lazily = 0;
    for (int seed = 0; seed < 8; seed++) {
      double lie = seed % 2 * 0.0005;
      RandomHistory shape = new RandomHistory(3000, 60, 4, 0.01, lie, 0.5);
      History history = shape.draw(Models.casRegister(), seed);

      Analysis analysis = Checker.check(history, Models.casRegister(), OPTIONS.withCertificates());

      Verdict verdict = analysis.keys().getFirst().verdict();
      assertThat(verdict).as("seed %d", seed).isNotInstanceOf(Verdict.Undecided.class);
      if (lie == 0) {
        assertThat(verdict).as("seed %d", seed).isInstanceOf(Verdict.Linearizable.class);
      }
      if (verdict instanceof Verdict.Linearizable(List<Integer> order)) {
        assertProven(history, order);
      }
      lazily += analysis.keys().getFirst().engine().equals("lazy search") ? 1 : 0;
      assertThat(analysis.configurations()).isPositive();
    }
    assertThat(lazily).isPositive();
  }

  @Test
  void anUnknownFunctionIsTheCallersFault() {
    History history = TextHistory.of("register", "0 :invoke :push 1\n0 :ok :push 1");

    assertThatThrownBy(() -> Checker.check(history, Models.register(), OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("read and write, not \"push\"");
    assertThatThrownBy(() -> Models.named("registre"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cas-register");
  }

  @Test
  void theVerdictDoesNotDependOnWhoHelps() {
    History history = ManyKeys.of(24, 60, 3);
    Analysis alone = Checker.check(history, Models.casRegister(), OPTIONS.withCertificates());

    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      Options two = OPTIONS.withCertificates().parallel(pool, 3);
      Options absent = OPTIONS.withCertificates().parallel(task -> {}, 3);

      assertThat(ManyKeys.verdicts(Checker.check(history, Models.casRegister(), two)))
          .isEqualTo(ManyKeys.verdicts(alone));
      assertThat(ManyKeys.verdicts(Checker.check(history, Models.casRegister(), absent)))
          .isEqualTo(ManyKeys.verdicts(alone));
    }
    assertThat(alone.keys(Verdict.Linearizable.class)).isNotEmpty();
    assertThat(alone.keys(Verdict.NotLinearizable.class)).isNotEmpty();
  }

  @Test
  void withUniqueValuesConfigurationsGrowOnlyWithTheOperations() {
    for (double crash : new double[] {0, 0.01}) {
      RandomHistory shape = new RandomHistory(20_000, 20, 0, crash, 0, 0.7);
      History history = shape.draw(Models.casRegister(), 20);
      Operations operations = Operations.split(history, FailedCas.OBSERVE).get(0);
      RegisterOperations register = new RegisterOperations(operations, Models.casRegister());

      DepthFirst.Result result =
          DepthFirst.search(
              RegisterProblem.of(register, Selection.all(register.size()), true),
              Deadline.afterSteps(1_000_000),
              new Memory(256L << 20));

      assertThat(result.outcome()).isEqualTo(DepthFirst.Outcome.LEGAL);
      assertThat(result.configurations()).isLessThan(20_000);
      assertProven(history, Arrays.stream(result.order()).map(operations::row).boxed().toList());
    }
  }

  @ParameterizedTest
  @EnumSource(FailedCas.class)
  void distinctValuesAreJudgedByZonesAlone(FailedCas failedCas) {
    RandomHistory shape = new RandomHistory(20_000, 20, 0, 0.01, 0, 0.7);
    History history = shape.draw(Models.casRegister(), 20);

    Analysis analysis =
        Checker.check(
            history, Models.casRegister(), OPTIONS.withCertificates().failedCas(failedCas));

    KeyVerdict only = analysis.keys().getFirst();
    assertThat(only.engine()).isEqualTo("zones");
    assertThat(only.configurations()).isZero();
    assertThat(only.verdict())
        .isInstanceOfSatisfying(
            Verdict.Linearizable.class, legal -> assertProven(history, legal.order(), failedCas));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, zones", "1, 1, depth-first search", "5, 2, necessary checks"})
  void theEngineThatTellsIsNamed(int first, int second, String engine) {
    History history =
        TextHistory.of(
            "register",
            """
            0 :invoke :write 1
            1 :invoke :write %2$d
            2 :invoke :read nil
            2 :ok :read %2$d
            2 :invoke :read nil
            2 :ok :read %1$d
            2 :invoke :read nil
            2 :ok :read %2$d
            2 :invoke :read nil
            2 :ok :read nil
            0 :ok :write 1
            1 :ok :write %2$d
            """
                .formatted(first, second));

    KeyVerdict only = Checker.check(history, Models.register(), OPTIONS).keys().getFirst();

    assertThat(only.verdict()).isInstanceOf(Verdict.NotLinearizable.class);
    assertThat(only.engine()).isEqualTo(engine);
    assertThat(only.configurations() > 0).isEqualTo(engine.equals("depth-first search"));
  }

  private static void assertProven(History history, List<Integer> order) {
    assertProven(history, order, FailedCas.OBSERVE);
  }

  private static void assertProven(History history, List<Integer> order, FailedCas failedCas) {
    assertThat(Certificate.verify(history, Models.casRegister(), failedCas, null, order)).isEmpty();
  }

  @Test
  void aCertificateIsRefusedWhenItLacksRepeatsOrBreaksTheOrder() {
    History history =
        TextHistory.of(
            "register",
            """
            0 :invoke :write 1
            0 :ok :write 1
            1 :invoke :write 2
            2 :invoke :read nil
            1 :info :write 2
            2 :ok :read 2
            """);

    assertThat(verify(history, 0, 1, 2)).isEmpty();
    assertThat(verify(history, 0, 1)).contains("operation 2 returned and is missing");
    assertThat(verify(history, 0, 2)).contains("operation 2 is not allowed in [1]");
    assertThat(verify(history, 1, 0, 2)).contains("comes after one invoked after its return");
    assertThat(verify(history, 0, 0, 1, 2)).contains("does not belong");
  }

  private static String verify(History history, Integer... order) {
    return Certificate.verify(history, Models.register(), FailedCas.IGNORE, null, List.of(order))
        .orElse("");
  }
}
