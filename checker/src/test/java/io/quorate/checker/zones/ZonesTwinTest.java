package io.quorate.checker.zones;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.BruteForce;
import io.quorate.checker.Certificate;
import io.quorate.checker.Counterexample.Kept;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.TextHistory;
import io.quorate.checker.Truth;
import io.quorate.checker.model.Models;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.Selection;
import io.quorate.checker.zones.ZoneRule.Condition;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ZonesTwinTest {
  private static final RegisterModel MODEL = Models.casRegister();

  @ParameterizedTest
  @CsvSource({"IGNORE, 40000", "OBSERVE, 40000"})
  void zonesSayWhatBruteForceSaysAndProveIt(FailedCas failedCas, int count) {
    Map<Zones.Outcome, Integer> seen = new EnumMap<>(Zones.Outcome.class);
    for (int seed = 0; seed < count; seed++) {
      History history = RandomHistory.small(MODEL, seed);
      List<Operations> keys = Operations.split(history, failedCas);
      if (!keys.isEmpty()) {
        RegisterOperations register = new RegisterOperations(keys.get(0), MODEL);
        boolean legal = BruteForce.legal(MODEL, BruteForce.pieces(history, failedCas));

        Zones zones = Zones.of(register);

        seen.merge(zones.outcome(), 1, Integer::sum);
        String replay = failedCas + " seed " + seed;
        switch (zones.outcome()) {
          case LEGAL -> {
            assertThat(legal).as(replay).isTrue();
            List<Integer> rows = rows(zones.order(), register);
            assertThat(Certificate.verify(history, MODEL, failedCas, null, rows))
                .as(replay)
                .isEmpty();
          }
          case ILLEGAL -> {
            assertThat(legal).as(replay).isFalse();
            proves(history, failedCas, register, zones.witness(), replay);
          }
          case UNSURE -> assertThat(failedCas).as(replay).isEqualTo(FailedCas.OBSERVE);
          case REPEATED -> throw new AssertionError(replay);
        }
      }
    }
    assertThat(seen.getOrDefault(Zones.Outcome.LEGAL, 0)).isGreaterThan(count / 4);
    assertThat(seen.getOrDefault(Zones.Outcome.ILLEGAL, 0)).isGreaterThan(count / 4);
    assertThat(seen.getOrDefault(Zones.Outcome.UNSURE, 0)).isLessThan(count / 10);
  }

  private static List<Integer> rows(int[] order, RegisterOperations register) {
    return Arrays.stream(order).map(register.operations()::row).boxed().toList();
  }

  private static void proves(
      History history,
      FailedCas failedCas,
      RegisterOperations register,
      Selection witness,
      String replay) {
    List<Kept> set = new ArrayList<>();
    for (int i = 0; i < register.size(); i++) {
      if (witness.has(i)) {
        int row = register.operations().row(i);
        set.add(new Kept(history.operation(row), witness.weakened(i)));
      }
    }
    assertThat(Truth.legal(MODEL, failedCas, set)).as("%s %s", replay, set).isFalse();
    assertThat(Truth.closed(history, MODEL, failedCas, set)).as("%s %s", replay, set).isTrue();
  }

  /** Random histories have none: there each value that a compare-and-set leaves is newer. */
  @Test
  void valuesThatFollowOneAnotherInARingHaveNoBeginning() {
    History history =
        TextHistory.of(
            "cas-register",
            """
            3 :invoke :write 9
            0 :invoke :cas [1 2]
            1 :invoke :cas [2 3]
            2 :invoke :cas [3 1]
            2 :ok :cas [3 1]
            1 :ok :cas [2 3]
            0 :ok :cas [1 2]
            3 :ok :write 9
            """);
    assertWitness(history, 1, 2, 3);
  }

  /** 1 and what is glued behind it must come before 7 and after it; a cas of 3 shows that 2 was. */
  @Test
  void whatIsOfUnknownOutcomeIsShownByWhatFollowedItAndByNothingBeyond() {
    History history =
        TextHistory.of(
            "cas-register",
            """
            0 :invoke :write 1
            0 :ok :write 1
            1 :invoke :cas [2 3]
            5 :invoke :cas [3 4]
            2 :invoke :write 7
            2 :ok :write 7
            3 :invoke :cas [1 2]
            4 :invoke :read
            4 :ok :read 7
            1 :ok :cas [2 3]
            5 :ok :cas [3 4]
            3 :info :cas [1 2]
            """);

    assertWitness(history, 0, 1, 3, 4, 5);
  }

  /** The compare-and-set was invoked before the write it met, and returned before it. */
  @Test
  void aChainMayReturnFirstWhereItEnds() {
    History history =
        TextHistory.of(
            "cas-register",
            """
            0 :invoke :write 9
            0 :ok :write 9
            1 :invoke :cas [1 2]
            2 :invoke :write 1
            1 :ok :cas [1 2]
            2 :ok :write 1
            3 :invoke :read
            3 :ok :read 9
            """);

    assertWitness(history, 0, 1, 2, 3);
  }

  @Test
  void aValueReadBeforeItsWriteWasInvokedIsWitnessEnough() {
    History history =
        TextHistory.of(
            "cas-register",
            """
            0 :invoke :read
            0 :ok :read 1
            1 :invoke :write 1
            1 :ok :write 1
            """);

    assertWitness(history, 0);
  }

  private static void assertWitness(History history, Integer... operations) {
    RegisterOperations register =
        new RegisterOperations(Operations.split(history, FailedCas.IGNORE).getFirst(), MODEL);

    Zones zones = Zones.of(register);

    assertThat(zones.outcome()).isEqualTo(Zones.Outcome.ILLEGAL);
    assertThat(Arrays.stream(zones.witness().members()).boxed()).containsExactly(operations);
    proves(history, FailedCas.IGNORE, register, zones.witness(), "witness");
  }

  @Test
  void theRuleWrittenDownTwiceIsTheSameRule() {
    assertThat(wrong(new ZoneRule(EnumSet.noneOf(Condition.class)), 20_000)).isZero();
  }

  /** Each condition matters: without it the rule contradicts brute force. */
  @ParameterizedTest
  @EnumSource(Condition.class)
  void withoutAnyOneConditionTheRuleIsWrong(Condition condition) {
    assertThat(wrong(new ZoneRule(EnumSet.of(condition)), 20_000)).isPositive();
  }

  private static int wrong(ZoneRule rule, int count) {
    int wrong = 0;
    for (int seed = 0; seed < count; seed++) {
      History history = RandomHistory.small(MODEL, seed);
      boolean legal = BruteForce.legal(MODEL, BruteForce.pieces(history, FailedCas.IGNORE));
      wrong += rule.legal(history, MODEL, FailedCas.IGNORE) == legal ? 0 : 1;
    }
    return wrong;
  }
}
