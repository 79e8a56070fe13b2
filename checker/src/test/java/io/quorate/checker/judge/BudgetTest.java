package io.quorate.checker.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Options;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.Standstill;
import io.quorate.checker.Verdict;
import io.quorate.checker.explain.Halt;
import io.quorate.checker.model.Models;
import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.DepthFirst;
import io.quorate.checker.search.DepthFirst.Outcome;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterProblem;
import io.quorate.checker.search.Selection;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BudgetTest {
  /** A clock that ticks a millisecond whenever it is read. */
  private static Options ticking(long millis, long memory) {
    return ticking(millis, memory, Duration.ofMillis(1));
  }

  private static Options ticking(long millis, long memory, Duration tick) {
    AtomicLong now = new AtomicLong();
    return Options.of(
        new Budget(Duration.ofMillis(millis), memory), () -> now.addAndGet(tick.toNanos()));
  }

  @Test
  void aHistoryThatExplodesEndsUndecidedWithinItsTime() {
    History history = new Storm().exploding("k").build();

    Analysis analysis = Checker.check(history, Models.casRegister(), ticking(300, 1L << 30));

    assertThat(analysis.overall())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided ->
                assertThat(undecided.why())
                    .contains("time limit of 300 ms", "configurations", "past the return of"));
    assertThat(analysis.nanos()).isLessThan(Duration.ofMillis(300 + 20).toNanos());
  }

  @Test
  void undecidedNamesWhereItIsStuckAndTheLatestOfUnknownOutcomeThatMayMatterThere() {
    Storm storm = new Storm();
    for (int p = 100; p < 107; p++) {
      storm.crashed(p, "k", "write", Value.of(12));
      storm.crashed(p + 100, "k", "read", Value.NIL);
    }
    History history = storm.exploding("k").build();

    Analysis analysis = Checker.check(history, Models.casRegister(), ticking(300, 1L << 30));

    Verdict.Undecided verdict = (Verdict.Undecided) analysis.overall();
    Standstill where = Objects.requireNonNull(verdict.where());
    assertThat(where.unknownRows()).containsExactly(12, 10, 8, 6, 4);
    assertThat(where.unknown()).isEqualTo(7);
    assertThat(verdict.why())
        .contains("; no order tried came past the return of operation " + where.row() + " (")
        .contains(", where 7 open operations of unknown outcome may have taken effect: ")
        .endsWith("operation 4 (write of 12 by process 102) and 2 earlier");
  }

  @Test
  void ofManyOfUnknownOutcomeFiveAreNamed() {
    Storm storm = new Storm();
    for (int p = 100; p < 200; p++) {
      storm.crashed(p, "k", "write", Value.of(3));
    }
    History history = storm.ok(1, "k", "read", Value.of(3)).build();
    RegisterOperations register =
        new RegisterOperations(
            Operations.split(history, FailedCas.IGNORE).getFirst(), Models.casRegister());

    Halt halt = new Halt(register.operations(), register, 100);

    assertThat(halt.place()).isEqualTo(new Standstill(100, List.of(99, 98, 97, 96, 95), 100));
    assertThat(halt.sentence(history))
        .startsWith(
            "; no order tried came past the return of operation 100 (read of 3 by process 1)")
        .contains(", where 100 open operations of unknown outcome may have left what it saw: ")
        .endsWith("operation 95 (write of 3 by process 195) and 95 earlier");
  }

  @Test
  void aHistoryThatExplodesEndsUndecidedWithinItsMemory() {
    History history = new Storm().exploding("k").build();

    Analysis analysis = Checker.check(history, Models.casRegister(), ticking(100_000, 300_000));

    assertThat(analysis.overall())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided -> assertThat(undecided.why()).contains("memory limit of 300000 bytes"));
  }

  @Test
  void anOrderThatIsAskedForNeverCostsTheVerdict() {
    History history = new RandomHistory(3000, 60, 4, 0.01, 0, 0.5).draw(Models.casRegister(), 2);
    Set<String> seen = new TreeSet<>();
    for (long limit : new long[] {400_000, 540_000, 560_000, 570_000, 640_000, 1_000_000}) {
      Options options = ticking(100_000, limit);

      Verdict plain = only(Checker.check(history, Models.casRegister(), options));
      options = options.withCertificates();
      Verdict shown = only(Checker.check(history, Models.casRegister(), options));

      assertThat(shown.rank()).as("%d bytes", limit).isEqualTo(plain.rank());
      seen.add(
          switch (shown) {
            case Verdict.Linearizable(List<Integer> order) -> order.isEmpty() ? "bare" : "proven";
            case Verdict.Undecided undecided -> "undecided";
            case Verdict.NotLinearizable wrong -> "wrong";
          });
    }
    assertThat(seen).containsExactly("bare", "proven", "undecided");
  }

  private static Verdict only(Analysis analysis) {
    return analysis.keys().getFirst().verdict();
  }

  @Test
  void memoryIsReservedBeforeItIsTakenAndNeverBeyondTheLimit() {
    History history = new Storm().exploding("k").build();
    RegisterOperations register =
        new RegisterOperations(
            Operations.split(history, FailedCas.IGNORE).get(0), Models.casRegister());

    for (long limit : new long[] {0, 5_000, 30_000, 100_000, 1_000_000}) {
      Memory memory = new Memory(limit);
      DepthFirst.Result result =
          DepthFirst.search(
              RegisterProblem.of(register, Selection.all(register.size()), true),
              Deadline.afterSteps(10_000_000),
              memory);

      assertThat(result.outcome()).isEqualTo(Outcome.OUT_OF_MEMORY);
      assertThat(memory.peak()).isLessThanOrEqualTo(limit);
      assertThat(16 * result.configurations()).isLessThanOrEqualTo(limit);
    }
  }

  @Test
  void stepsAreCountedAndKept() {
    History history = new Storm().exploding("k").build();
    RegisterOperations register =
        new RegisterOperations(
            Operations.split(history, FailedCas.IGNORE).get(0), Models.casRegister());
    Deadline deadline = Deadline.afterSteps(5_000);

    DepthFirst.Result result =
        DepthFirst.search(
            RegisterProblem.of(register, Selection.all(register.size()), true),
            deadline,
            new Memory(1L << 30));

    assertThat(result.outcome()).isEqualTo(Outcome.OUT_OF_STEPS);
    assertThat(deadline.steps()).isEqualTo(5_001);
    assertThat(result.configurations()).isLessThanOrEqualTo(5_001);
  }

  @Test
  void anExplodingKeyHidesNoOtherKeysVerdict() {
    Storm storm = new Storm().exploding("big");
    storm.ok(90, "good", "write", Value.of(1)).ok(90, "good", "read", Value.of(1));
    storm.ok(91, "bad", "read", Value.of(5));

    Analysis analysis = Checker.check(storm.build(), Models.casRegister(), ticking(500, 1L << 30));

    assertThat(analysis.keys())
        .extracting(KeyVerdict::key, key -> key.verdict().rank())
        .containsExactly(tuple("big", 1), tuple("good", 0), tuple("bad", 2));
    assertThat(analysis.overall()).isInstanceOf(Verdict.NotLinearizable.class);
    assertThat(analysis.keys(Verdict.Undecided.class)).hasSize(1);
  }

  @Test
  void anExplanationTakesNoTimeFromAnotherKeysVerdict() {
    History history = ManyKeys.of(12, 60, 6);
    Options patient = ticking(100_000, 1L << 30).withoutCounterexamples();
    Analysis bare = Checker.check(history, Models.casRegister(), patient);
    long enough = Duration.ofNanos(bare.nanos()).toMillis();

    Analysis explained = Checker.check(history, Models.casRegister(), ticking(enough, 1L << 30));

    assertThat(bare.keys(Verdict.NotLinearizable.class)).hasSizeGreaterThan(2);
    assertThat(bare.keys(Verdict.Undecided.class)).isEmpty();
    assertThat(explained.keys())
        .extracting(key -> key.verdict().rank())
        .isEqualTo(bare.keys().stream().map(key -> key.verdict().rank()).toList());
    assertThat(explained.keys(Verdict.NotLinearizable.class))
        .allSatisfy(key -> {
          Verdict.NotLinearizable no = (Verdict.NotLinearizable) key.verdict();
          assertThat(no.counterexample().operations()).hasSizeBetween(1, key.operations() / 2);
        });
  }

  @Test
  void anExplanationMayGoOnForAWhileWhenTheTimeIsOver() {
    Storm storm = new Storm();
    for (int value = 0; value < 30; value++) {
      storm.ok(1, "k", "write", Value.of(value));
    }
    storm.crashed(2, "k", "write", Value.of(100)).crashed(3, "k", "write", Value.of(101));
    for (int value : new int[] {100, 101, 100}) {
      storm.ok(1, "k", "read", Value.of(value));
    }
    History history = storm.build();
    Options patient = ticking(100_000, 1L << 30).withoutCounterexamples();
    long enough =
        Duration.ofNanos(Checker.check(history, Models.casRegister(), patient).nanos()).toMillis();

    Verdict verdict = only(Checker.check(history, Models.casRegister(), ticking(enough, 1L << 30)));

    assertThat(((Verdict.NotLinearizable) verdict).counterexample().operations())
        .extracting(kept -> kept.operation().index())
        .containsExactly(30, 31, 32, 33, 34);
  }

  @Test
  void theLargestKeyComesFirst() {
    Storm storm = new Storm().ok(1, "small", "write", Value.of(1));
    for (int value = 0; value < 3; value++) {
      storm.ok(1, "large", "write", Value.of(value));
    }

    Analysis analysis = Checker.check(storm.build(), Models.casRegister(), ticking(5, 1L << 30));

    assertThat(analysis.keys())
        .extracting(KeyVerdict::key, key -> key.verdict().rank())
        .containsExactly(tuple("small", 1), tuple("large", 0));
  }

  @Test
  void anExplanationEndsTwoSecondsAfterItsVerdict() {
    RandomHistory shape = new RandomHistory(800, 12, 4, 0.02, 0.005, 0.8);
    History history = shape.draw(Models.casRegister(), 7);
    Duration tick = Duration.ofMillis(200);
    Options options = ticking(10_000_000, 1L << 30, tick);

    Analysis bare = Checker.check(history, Models.casRegister(), options.withoutCounterexamples());
    Analysis explained = Checker.check(history, Models.casRegister(), options);

    assertThat(explained.overall()).isInstanceOf(Verdict.NotLinearizable.class);
    assertThat(explained.nanos() - bare.nanos())
        .isBetween(
            Budget.EXPLANATION.toNanos(), Budget.EXPLANATION.plus(tick.multipliedBy(10)).toNanos());
  }

  @Test
  void whatTheKeysCostIsWhatTheWholeCosts() {
    History history = ManyKeys.of(6, 60, 6);

    Analysis analysis = Checker.check(history, Models.casRegister(), ticking(100_000, 1L << 30));

    long keys = analysis.keys().stream().mapToLong(KeyVerdict::nanos).sum();
    assertThat(analysis.keys()).allMatch(key -> key.nanos() > 0);
    assertThat(keys).isBetween(analysis.nanos() / 2, analysis.nanos());
  }

  @Test
  void aKeyHasTheShareOfTheMemoryThatAsManyAtATimeLeaveIt() {
    History history = new Storm().exploding("k").build();
    Options four = ticking(100_000, 400_000).parallel(Runnable::run, 4);

    assertThat(undecided(history, four).why()).contains("memory limit of 100000 bytes a key");
  }

  @Test
  void whereNotEvenTheOperationsFitIntoTheMemoryNothingIsTried() {
    History history = new Storm().exploding("k").build();

    assertThat(undecided(history, ticking(100_000, 100)))
        .isEqualTo(
            new Verdict.Undecided(
                "the memory limit of 100 bytes a key was reached after 0 configurations of "
                    + history.size()
                    + " operations"));
  }

  @Test
  void whereTheTimeWasOverBeforeItsTurnNothingIsTried() {
    History history = new Storm().exploding("k").build();

    assertThat(undecided(history, ticking(1, 1L << 30)))
        .isEqualTo(
            new Verdict.Undecided(
                "the time limit of 1 ms was reached after 0 configurations of "
                    + history.size()
                    + " operations"));
  }

  @Test
  void aSearchMayBeStuckAtTheVeryFirstOperation() {
    Storm twice = new Storm().ok(0, "k", "write", Value.of(1)).ok(0, "k", "write", Value.of(1));

    Verdict.Undecided verdict = undecided(twice.build(), ticking(3, 1L << 30));

    assertThat(Objects.requireNonNull(verdict.where()).row()).isZero();
  }

  private static Verdict.Undecided undecided(History history, Options options) {
    return (Verdict.Undecided) only(Checker.check(history, Models.casRegister(), options));
  }

  @Test
  void aBudgetOfNothingIsRefused() {
    assertThatThrownBy(() -> Budget.of(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Budget.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Builds histories from whole operations. */
  private static final class Storm {
    private final History.Builder builder =
        History.builder(new Header(1, "cas-register", FailedCas.IGNORE, 0, List.of()));
    private long nanos;

    /**
     * Many compare-and-sets over few values, all open at once, and at the end a read of what none
     * of them could leave any more: the subsets used until then are what explodes.
     */
    Storm exploding(String key) {
      for (int p = 0; p < 60; p++) {
        int from = p % 5;
        Value pair = Value.sequence(Value.of(from), Value.of((from + 1 + p / 5 % 4) % 5));
        builder.add(invoked(p, key, "cas", pair));
      }
      ok(60, key, "write", Value.of(1));
      for (int i = 0; i < 15; i++) {
        ok(60, key, "read", Value.of(i * 3 % 5));
      }
      ok(60, key, "write", Value.of(12));
      ok(60, key, "read", Value.of(0));
      for (int p = 0; p < 60; p++) {
        builder.add(new Entry.Completed(nanos++, p, new Completion.Ok(Value.NIL), null));
      }
      return this;
    }

    Storm ok(int process, @Nullable String key, String function, Value value) {
      boolean read = function.equals("read");
      builder.add(invoked(process, key, function, read ? Value.NIL : value));
      builder.add(
          new Entry.Completed(nanos++, process, new Completion.Ok(read ? value : Value.NIL), null));
      return this;
    }

    Storm crashed(int process, String key, String function, Value argument) {
      builder.add(invoked(process, key, function, argument));
      builder.add(new Entry.Completed(nanos++, process, new Completion.Info("crash"), null));
      return this;
    }

    private Entry invoked(int process, @Nullable String key, String function, Value argument) {
      nanos++;
      return new Entry.Invoked(
          nanos, nanos, process, new Invocation(function, key, argument), null);
    }

    History build() {
      return builder.build();
    }
  }
}
