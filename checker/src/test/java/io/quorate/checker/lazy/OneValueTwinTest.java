package io.quorate.checker.lazy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Counterexample.Kept;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.TextHistory;
import io.quorate.checker.Truth;
import io.quorate.checker.lazy.LazySearch.Outcome;
import io.quorate.checker.model.Models;
import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.Selection;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Asking about one value alone: never against brute force, and enough where writers run short. */
class OneValueTwinTest {
  private static final int SMALL = Integer.getInteger("small", 100_000);
  private static final RegisterModel MODEL = Models.casRegister();

  /** Of four that may have left 1 two are needed, of two that may have left 2 both are. */
  private static final String TWO_OF_FOUR_AND_TWO_OF_TWO =
      unknown(1, ":write 1")
          + unknown(2, ":write 1")
          + unknown(3, ":write 1")
          + unknown(4, ":cas [2 1]")
          + unknown(5, ":write 2")
          + unknown(6, ":write 2")
          + reads(1, 2, 1, 2)
          + unknown(7, ":write 2");

  @Test
  void whatOneValueRefutesBruteForceDoesToo() {
    int illegal = 0;
    int refuted = 0;
    for (int seed = Integer.getInteger("first", 0); seed < SMALL; seed++) {
      SplittableRandom random = new SplittableRandom(~seed);
      RandomHistory shape =
          new RandomHistory(
              4 + random.nextInt(5),
              2 + random.nextInt(3),
              1 + random.nextInt(3),
              random.nextInt(4) * 0.15,
              random.nextInt(3) * 0.2,
              0.4 + 0.2 * random.nextInt(3));
      FailedCas failedCas = random.nextBoolean() ? FailedCas.OBSERVE : FailedCas.IGNORE;
      History history = shape.draw(MODEL, seed);
      List<Operations> keys = Operations.split(history, failedCas);
      if (keys.isEmpty()) {
        continue;
      }
      RegisterOperations register = new RegisterOperations(keys.getFirst(), MODEL);
      List<Kept> kept = new ArrayList<>();
      Selection selection = drawn(history, register, random, kept);

      boolean byOne = false;
      for (int value = 0; value < register.values(); value++) {
        byOne |= complete(register.telling(value, selection), selection) == Outcome.ILLEGAL;
      }

      boolean legal = Truth.legal(MODEL, failedCas, kept);
      assertThat(byOne && legal).as("-Dfirst=%d %s %s", seed, failedCas, kept).isFalse();
      illegal += legal ? 0 : 1;
      refuted += byOne ? 1 : 0;
    }
    assertThat(illegal).as("illegal of %d", SMALL).isBetween(SMALL / 4, SMALL * 3 / 4);
    assertThat(refuted).as("of them by one value").isGreaterThan(illegal / 2);
  }

  /** All of them, or, in every other history, some, and some compare-and-sets as writes only. */
  private static Selection drawn(
      History history, RegisterOperations register, SplittableRandom random, List<Kept> kept) {
    boolean all = random.nextBoolean();
    Selection selection = Selection.none(register.size());
    for (int i = 0; i < register.size(); i++) {
      Operation operation = history.operation(register.operations().row(i));
      boolean set = register.kind(i) == RegisterOperations.Kind.CAS;
      boolean weak = !all && set && random.nextInt(3) == 0;
      if (all || random.nextInt(8) > 0) {
        kept.add(new Kept(operation, weak));
        if (weak) {
          selection.weaken(i);
        } else {
          selection.keep(i);
        }
      }
    }
    return selection;
  }

  @Test
  void aReturnToAValueNeedsAWriterOfIts() {
    String twoLeft = unknown(1, ":write 1") + unknown(2, ":write 1");
    String others = unknown(3, ":write 2") + unknown(4, ":cas [1 2]");
    String frozen = reads(1, 2, 1, 2, 1);

    assertThat(byOne(twoLeft + others + frozen, 1)).isEqualTo(Outcome.ILLEGAL);
    assertThat(byOne(twoLeft + others + frozen, 2)).isEqualTo(Outcome.LEGAL);
    assertThat(byOne(twoLeft + others + unknown(5, ":cas [7 1]") + frozen, 1))
        .isEqualTo(Outcome.LEGAL);
  }

  @Test
  void aSwitchBetweenTwoOthersIsNoReturn() {
    String writes = unknown(1, ":write 1") + unknown(2, ":write 2");

    assertThat(byOne(writes + reads(1, 2, 3), 1)).isEqualTo(Outcome.LEGAL);
    assertThat(byOne(writes + reads(1, 2, 3), 3)).isEqualTo(Outcome.ILLEGAL);
  }

  @Test
  void theSearchItselfSaysWhichValueRanShort() {
    StringBuilder text = new StringBuilder();
    for (int process = 1; process <= 60; process++) {
      int value = 1 + process % 5;
      text.append(unknown(process, ":write " + value));
      text.append(unknown(60 + process, ":cas [" + value + " " + (1 + value % 5) + "]"));
    }
    int[] seen = new int[80];
    for (int k = 0; k < seen.length; k++) {
      seen[k] = k % 2 == 0 ? 1 : 2 + k / 2 % 4;
    }
    RegisterOperations register = register(text + reads(seen));
    Selection all = Selection.all(register.size());

    LazySearch.Result result =
        LazySearch.search(
            register,
            all,
            1,
            new Passes(1),
            Trail.none(),
            Deadline.afterSteps(5_000_000),
            memory());

    assertThat(result.outcome()).isEqualTo(Outcome.ILLEGAL);
    assertThat(register.value(result.telling())).isEqualTo(Value.of(1));
  }

  @Test
  void eachReturnToAValueNeedsAWriterOfIt() {
    RegisterOperations register = register(TWO_OF_FOUR_AND_TWO_OF_TWO);

    int[] needed = needed(register, 6 + 2 * 4);

    assertThat(needed[number(register, 1)]).isEqualTo(2);
    assertThat(needed[number(register, 2)]).isEqualTo(2);
    assertThat(needed[register.initial()]).isZero();
  }

  @Test
  void whatIsSeenLaterNeedsNothingYet() {
    RegisterOperations register = register(TWO_OF_FOUR_AND_TWO_OF_TWO);

    int[] needed = needed(register, 6 + 2 * 2);

    assertThat(needed[number(register, 1)]).isEqualTo(1);
    assertThat(needed[number(register, 2)]).isEqualTo(1);
  }

  @Test
  void theScarcerTheDearer() {
    RegisterOperations register = register(TWO_OF_FOUR_AND_TWO_OF_TWO);
    int one = number(register, 1);
    int two = number(register, 2);
    Line line = Line.of(register, Selection.all(register.size()));
    Supply even = Supply.exact(line);
    Supply priced = Supply.priced(line, 6 + 2 * 4, needed(register, 6 + 2 * 4));

    assertThat(List.of(cost(even, line, Line.NONE, one), cost(even, line, Line.NONE, two)))
        .containsExactly(40, 40);
    assertThat(cost(priced, line, Line.NONE, one)).as("two of four").isEqualTo(10 + 150 / 4);
    assertThat(cost(priced, line, two, one)).as("two of four").isEqualTo(10 + 150 / 4);
    assertThat(cost(priced, line, Line.NONE, two)).as("two of two").isEqualTo(10 + 150);
  }

  private static int[] needed(RegisterOperations register, int at) {
    Selection all = Selection.all(register.size());
    Line line = Line.of(register, all);
    return new ByOneValue(register, all, line, Deadline.afterSteps(100_000), memory()).needed(at);
  }

  /** What one of unknown outcome costs that sees and leaves this. */
  private static int cost(Supply supply, Line line, int sees, int leaves) {
    long[] words = new long[Shape.of(line).width()];
    for (int group = 0; group < line.unknown.length; group++) {
      if (line.groupSees[group] == sees && line.groupLeaves[group] == leaves) {
        supply.take(words, 0, group);
      }
    }
    return supply.cost(words, 0);
  }

  private static String unknown(int process, String what) {
    return process + " :invoke " + what + "\n" + process + " :info " + what + "\n";
  }

  private static String reads(int... values) {
    StringBuilder text = new StringBuilder();
    for (int value : values) {
      text.append("0 :invoke :read nil\n0 :ok :read ").append(value).append('\n');
    }
    return text.toString();
  }

  private static RegisterOperations register(String text) {
    History history = TextHistory.of("cas-register", text);
    return new RegisterOperations(Operations.split(history, FailedCas.IGNORE).getFirst(), MODEL);
  }

  private static int number(RegisterOperations register, int value) {
    for (int number = 0; number < register.values(); number++) {
      if (register.value(number).equals(Value.of(value))) {
        return number;
      }
    }
    throw new IllegalArgumentException("no value " + value);
  }

  private static Outcome byOne(String text, int value) {
    RegisterOperations register = register(text);
    Selection all = Selection.all(register.size());
    return complete(register.telling(number(register, value), all), all);
  }

  private static Outcome complete(RegisterOperations register, Selection selection) {
    return LazySearch.complete(
            register, selection, Trail.none(), Deadline.afterSteps(5_000_000), memory())
        .outcome();
  }

  private static Memory memory() {
    return new Memory(1 << 28);
  }
}
