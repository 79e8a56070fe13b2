package io.quorate.checker.lazy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.BruteForce;
import io.quorate.checker.Call;
import io.quorate.checker.Certificate;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.RegisterModel;
import io.quorate.checker.lazy.LazySearch.Outcome;
import io.quorate.checker.lazy.LazySearch.Result;
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
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The search for few values against brute force, and against the depth-first search. */
class LazyTwinTest {
  /** Small histories in every build; {@code -Dquorate.twins=1000000} for more. */
  private static final int SMALL = Integer.getInteger("quorate.twins", 100_000);

  /** Longer ones; {@code -Dquorate.twins.long=100000} for more. */
  private static final int LONG = Integer.getInteger("quorate.twins.long", 600);

  /** One in so many small histories has its orders replayed. */
  private static final int PROVEN = 4;

  private static final RegisterModel MODEL = Models.casRegister();

  @Test
  void everyVerdictIsThatOfBruteForce() {
    AtomicInteger illegal = new AtomicInteger();

    IntStream.range(0, SMALL).parallel().forEach(seed -> illegal.addAndGet(judge(seed)));

    assertThat(illegal.get()).as("illegal of %d", SMALL).isBetween(SMALL / 10, SMALL * 7 / 10);
  }

  private static int judge(int seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    RandomHistory shape =
        new RandomHistory(
            3 + random.nextInt(6),
            2 + random.nextInt(4),
            1 + random.nextInt(3),
            random.nextInt(3) * 0.15,
            random.nextInt(3) * 0.12,
            0.2 + 0.2 * random.nextInt(3));
    FailedCas failedCas = random.nextBoolean() ? FailedCas.OBSERVE : FailedCas.IGNORE;
    History history = shape.draw(MODEL, seed);
    boolean legal = BruteForce.legal(MODEL, BruteForce.pieces(history, failedCas));
    if (!Operations.split(history, failedCas).isEmpty()) {
      String replay = "seed " + seed + " " + failedCas + " legal " + legal;
      compare(history, failedCas, legal, seed % PROVEN == 0, replay);
    }
    return legal ? 0 : 1;
  }

  private static void compare(
      History history, FailedCas failedCas, boolean legal, boolean proven, String replay) {
    RegisterOperations register = operations(history, failedCas);
    Outcome expected = legal ? Outcome.LEGAL : Outcome.ILLEGAL;

    Result complete = complete(register);
    Result narrow = search(register, 1);

    assertThat(complete.outcome()).as("complete %s", replay).isEqualTo(expected);
    assertThat(search(register, 16).outcome()).as("search %s", replay).isEqualTo(expected);
    assertThat(narrow.outcome()).as("narrow %s", replay).isEqualTo(expected);
    if (proven) {
      assertProven(history, failedCas, register, narrow, replay);
      assertProven(history, failedCas, register, complete, replay);
    }
    for (int event = 0; legal && event <= 2 * register.size(); event++) {
      assertThat(refutes(register, event)).as("window at %d %s", event, replay).isFalse();
    }
  }

  @Test
  void onLongerHistoriesItAgreesWithTheDepthFirstSearch() {
    int illegal = 0;
    int decided = 0;
    for (int seed = 0; seed < LONG; seed++) {
      SplittableRandom random = new SplittableRandom(seed * 7919L);
      RandomHistory shape =
          new RandomHistory(
              40 + random.nextInt(160),
              2 + random.nextInt(8),
              2 + random.nextInt(4),
              random.nextInt(3) * 0.03,
              random.nextInt(3) * 0.004,
              0.5 + 0.2 * random.nextInt(3));
      FailedCas failedCas = random.nextBoolean() ? FailedCas.OBSERVE : FailedCas.IGNORE;
      History history = shape.draw(MODEL, seed);
      RegisterOperations register = operations(history, failedCas);
      DepthFirst.Outcome other =
          DepthFirst.search(
                  RegisterProblem.of(register, Selection.all(register.size()), true),
                  Deadline.afterSteps(300_000),
                  new Memory(1 << 28))
              .outcome();
      Result own = search(register, 16);
      Result narrow = search(register, 2);
      assertProven(history, failedCas, register, own, "seed " + seed);
      assertProven(history, failedCas, register, narrow, "narrow, seed " + seed);

      if (other == DepthFirst.Outcome.LEGAL || other == DepthFirst.Outcome.ILLEGAL) {
        decided++;
        illegal += own.outcome() == Outcome.ILLEGAL ? 1 : 0;
        assertThat(own.outcome().name()).as("seed %d %s", seed, failedCas).isEqualTo(other.name());
        assertThat(narrow.outcome().name())
            .as("seed %d %s", seed, failedCas)
            .isEqualTo(other.name());
      }
    }
    assertThat(decided).as("decided by both").isGreaterThan(LONG / 2);
    assertThat(illegal).as("illegal").isGreaterThan(LONG / 10);
  }

  @Test
  void whereThereIsNoMemoryForAnOrderThereStillIsAVerdict() {
    RegisterOperations register =
        operations(new RandomHistory(400, 5, 4, 0.02, 0, 0.5).draw(MODEL, 1), FailedCas.OBSERVE);
    Selection all = Selection.all(register.size());
    Memory none = new Memory(0);

    Result result =
        LazySearch.search(
            register, all, 16, new Passes(1), Trail.noting(none), deadline(), new Memory(1 << 20));

    assertThat(result.outcome()).isEqualTo(Outcome.LEGAL);
    assertThat(result.order()).isEmpty();
  }

  /** The order found is one, as the replayer sees it. */
  private static void assertProven(
      History history,
      FailedCas failedCas,
      RegisterOperations register,
      Result result,
      String replay) {
    if (result.outcome() == Outcome.LEGAL) {
      List<Integer> order =
          Arrays.stream(result.order()).map(register.operations()::row).boxed().toList();
      assertThat(Certificate.verify(history, MODEL, failedCas, null, order))
          .as("%s %s", replay, order)
          .isEmpty();
    }
  }

  private static Result complete(RegisterOperations register) {
    Memory memory = new Memory(1 << 28);
    Selection all = Selection.all(register.size());
    return LazySearch.complete(register, all, Trail.noting(memory), deadline(), memory);
  }

  private static Result search(RegisterOperations register, int beam) {
    Memory memory = new Memory(1 << 28);
    Selection all = Selection.all(register.size());
    return LazySearch.search(
        register, all, beam, new Passes(beam), Trail.noting(memory), deadline(), memory);
  }

  private static boolean refutes(RegisterOperations register, int event) {
    return LazySearch.refutes(register, event, deadline(), new Memory(1 << 28));
  }

  private static Deadline deadline() {
    return Deadline.afterSteps(5_000_000);
  }

  private static RegisterOperations operations(History history, FailedCas failedCas) {
    List<Operations> keys = Operations.split(history, failedCas, Call::of);
    return new RegisterOperations(keys.getFirst(), MODEL);
  }
}
