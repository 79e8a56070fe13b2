package io.quorate.checker.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Analysis;
import io.quorate.checker.BruteForce;
import io.quorate.checker.Budget;
import io.quorate.checker.Options;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.TextHistory;
import io.quorate.checker.judge.Checker;
import io.quorate.checker.model.Models;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.history.Completion;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PowerTwinTest {
  private static final int HISTORIES = Integer.getInteger("quorate.twins", 3_000);
  private static final Options OPTIONS = Options.of(Budget.of(60, 64), System::nanoTime);

  @Test
  void everyCopyIsCountedAsAllItsOrdersSay() {
    int compared = 0;
    for (long seed = 1; seed <= HISTORIES; seed++) {
      RandomHistory shape =
          new RandomHistory(3 + (int) (seed % 5), 2, (int) (seed % 3), 0.1, 0, 0.5);
      History history = shape.draw(Models.casRegister(), seed);
      Analysis analysis = Checker.check(history, Models.casRegister(), OPTIONS);

      Power power =
          PowerMeter.measure(history, Models.casRegister(), analysis, OPTIONS).orElseThrow();

      for (Share share : power.shares()) {
        int[] counts = slow(history, share.damage());
        assertThat(List.of(share.caught(), share.legal(), share.undecided()))
            .as("seed %d, %s", seed, share.damage())
            .containsExactly(counts[0], counts[1], 0);
        compared += share.tried();
      }
    }
    assertThat(compared).isGreaterThan(HISTORIES);
  }

  /** How many copies no order explains, and how many some order does. */
  private static int[] slow(History history, Damage damage) {
    KeyPlaces key = key(history);
    int[] counts = new int[2];
    for (int place = 0; place < key.places(damage).count(); place++) {
      History copy = key.copies().with(key.places(damage).damage(place));
      boolean legal =
          BruteForce.legal(
              Models.casRegister(), BruteForce.pieces(copy, history.header().failedCas()));
      counts[legal ? 1 : 0]++;
    }
    return counts;
  }

  private static KeyPlaces key(History history) {
    Operations operations = Operations.split(history, FailedCas.OBSERVE).getFirst();
    RegisterOperations register = new RegisterOperations(operations, Models.casRegister());
    return new KeyPlaces(history, new Story(history, register), true);
  }

  @Test
  void withoutOverlapALostWriteIsWhatARegisterThatForgetsItSays() {
    for (long seed = 1; seed <= HISTORIES; seed++) {
      History history = new RandomHistory(12, 1, 3, 0, 0, 0.5).draw(Models.casRegister(), seed);
      KeyPlaces key = key(history);
      List<Integer> written = writes(history);

      assertThat(key.places(Damage.LOST_WRITE).count()).isEqualTo(written.size());
      for (int place = 0; place < written.size(); place++) {
        Map<Integer, Completion> damage = key.places(Damage.LOST_WRITE).damage(place);
        assertThat(answers(history, damage))
            .as("seed %d, write in row %d", seed, written.get(place))
            .isEqualTo(forgetting(history, written.get(place), damage));
      }
    }
  }

  private static List<Integer> writes(History history) {
    List<Integer> rows = new ArrayList<>();
    for (Operation operation : history.operations()) {
      boolean same =
          operation.invocation().argument() instanceof Value.Sequence pair
              && pair.items().get(0).equals(pair.items().get(1));
      boolean ok = operation.completion() instanceof Completion.Ok;
      if (ok && !same && !operation.invocation().function().equals("read")) {
        rows.add(operation.index());
      }
    }
    return rows;
  }

  private static Map<Integer, Completion> answers(
      History history, Map<Integer, Completion> damage) {
    Map<Integer, Completion> answers = new TreeMap<>();
    history.operations().forEach(o -> answers.put(o.index(), o.completion()));
    answers.putAll(damage);
    return answers;
  }

  /** What is answered one after another when row {@code lost} is forgotten. */
  private static Map<Integer, Completion> forgetting(
      History history, int lost, Map<Integer, Completion> damage) {
    Map<Integer, Completion> answers = answers(history, Map.of());
    Value state = Value.NIL;
    for (Operation operation : history.operations()) {
      Completion truly = operation.completion();
      Completion said = answer(state, operation);
      boolean doubt = damage.get(operation.index()) instanceof Completion.Info;
      Completion now = doubt ? new Completion.Info("the damage might have let it through") : said;
      answers.put(operation.index(), operation.index() == lost ? truly : now);
      state = operation.index() == lost || doubt ? state : after(state, operation, said);
    }
    return answers;
  }

  private static Completion answer(Value state, Operation operation) {
    return switch (operation.invocation().function()) {
      case "read" -> new Completion.Ok(state);
      case "write" -> operation.completion();
      default ->
          ((Value.Sequence) operation.invocation().argument()).items().get(0).equals(state)
              ? new Completion.Ok(Value.NIL)
              : new Completion.Fail(Completion.Fail.MISMATCH);
    };
  }

  private static Value after(Value state, Operation operation, Completion said) {
    if (said instanceof Completion.Fail || operation.invocation().function().equals("read")) {
      return state;
    }
    Value argument = operation.invocation().argument();
    return argument instanceof Value.Sequence pair ? pair.items().get(1) : argument;
  }

  @Test
  void aWriteThatWasSeenIsInPlaceBeforeItReturns() {
    History history =
        TextHistory.of(
            "cas-register",
            """
            0 :invoke :write 1
            1 :invoke :read nil
            1 :ok :read 1
            2 :invoke :write 2
            2 :ok :write 2
            1 :invoke :read nil
            1 :ok :read 2
            0 :ok :write 1
            """);
    Places places = key(history).places(Damage.STALE_READ);

    assertThat(places.count()).isEqualTo(2);
    assertThat(places.damage(1)).containsEntry(3, new Completion.Ok(Value.of(1)));
  }

  @Test
  void withoutOverlapAStaleReadIsWhatTheRegisterHeldBeforeItsLastChange() {
    for (long seed = 1; seed <= HISTORIES; seed++) {
      History history = new RandomHistory(12, 1, 3, 0, 0, 0.5).draw(Models.casRegister(), seed);
      KeyPlaces key = key(history);
      Map<Integer, Completion> expected = new TreeMap<>();
      Value state = Value.NIL;
      @Nullable Value older = null;
      for (Operation operation : history.operations()) {
        Value next = after(state, operation, operation.completion());
        older = next.equals(state) ? older : state;
        state = next;
        if (older != null && operation.invocation().function().equals("read")) {
          expected.put(operation.index(), new Completion.Ok(older));
        }
      }

      Map<Integer, Completion> damages = new TreeMap<>();
      for (int place = 0; place < key.places(Damage.STALE_READ).count(); place++) {
        damages.putAll(key.places(Damage.STALE_READ).damage(place));
      }

      assertThat(damages).as("seed %d", seed).isEqualTo(expected);
    }
  }
}
