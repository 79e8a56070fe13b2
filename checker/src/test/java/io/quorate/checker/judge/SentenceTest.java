package io.quorate.checker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Budget;
import io.quorate.checker.Counterexample;
import io.quorate.checker.Options;
import io.quorate.checker.TextHistory;
import io.quorate.checker.Verdict;
import io.quorate.checker.model.Models;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {
  private static Counterexample explain(String model, String text) {
    Verdict verdict =
        Checker.check(
                TextHistory.of(model, text),
                Models.named(model),
                Options.of(Budget.of(10, 64), System::nanoTime))
            .overall();
    if (verdict instanceof Verdict.NotLinearizable(Counterexample counterexample)) {
      return counterexample;
    }
    throw new AssertionError(verdict);
  }

  @Test
  void aStaleReadIsShownByTheWriteItMissedAndTheOneItSaw() {
    Counterexample why =
        explain(
            "register",
            """
            0 :invoke :write 3
            0 :ok :write 3
            1 :invoke :write 4
            1 :ok :write 4
            2 :invoke :read nil
            2 :ok :read 4
            7 :invoke :read nil
            7 :ok :read 3
            2 :invoke :write 5
            2 :ok :write 5
            """);

    assertThat(why.sentence())
        .isEqualTo(
            "stale read: read of 3 by process 7 returned at 0.008 s; every write of 3 had returned"
                + " before 4 was written at 0.003 s (write of 4 by process 1).");
    assertThat(why.operations())
        .extracting(kept -> kept.operation().index())
        .containsExactly(0, 1, 3);
    assertThat(why.prefix()).containsExactly(0, 1, 2);
    assertThat(why.states()).containsExactly("4");
    assertThat(why.unplaced()).extracting(o -> o.index()).containsExactly(3);
  }

  @Test
  void aValueNobodyWroteIsSaidToBeSo() {
    Counterexample why =
        explain(
            "register", "3 :invoke :read nil\n3 :ok :read 7\n3 :invoke :write 8\n3 :ok :write 8");

    assertThat(why.sentence())
        .isEqualTo(
            "value never written: read of 7 by process 3 returned at 0.002 s; nobody ever wrote"
                + " 7.");
    assertThat(why.operations()).hasSize(1);
  }

  @Test
  void aValueReadBeforeItWasWrittenComesFromTheFuture() {
    Counterexample why =
        explain(
            "register", "3 :invoke :read nil\n3 :ok :read 8\n3 :invoke :write 8\n3 :ok :write 8");

    assertThat(why.sentence())
        .isEqualTo(
            "value from the future: read of 8 by process 3 returned at 0.002 s; the first write of"
                + " 8 was invoked at 0.003 s.");
  }

  @Test
  void theInitialValueReadTooLateIsStaleToo() {
    Counterexample why =
        explain(
            "register", "1 :invoke :write 4\n1 :ok :write 4\n2 :invoke :read nil\n2 :ok :read nil");

    assertThat(why.sentence())
        .isEqualTo(
            "stale read: read of nil by process 2 returned at 0.004 s; but 4 was written at 0.001 s"
                + " (write of 4 by process 1) and nobody wrote nil.");
  }

  @Test
  void anOldValueAfterANewOneIsAnInversion() {
    Counterexample why =
        explain(
            "register",
            """
            0 :invoke :write 1
            0 :ok :write 1
            0 :invoke :write 2
            1 :invoke :read nil
            1 :ok :read 2
            2 :invoke :read nil
            2 :ok :read 1
            0 :ok :write 2
            """);

    assertThat(why.sentence())
        .isEqualTo(
            "new-old inversion: read of 2 by process 1 returned at 0.005 s, before read of 1 by"
                + " process 2 was invoked at 0.006 s; no order of the writes of 2 and 1 serves"
                + " both.");
    assertThat(why.operations()).hasSize(4);
  }

  @Test
  void aReadThatMissesASuccessfulCasSawALostUpdate() {
    Counterexample why =
        explain(
            "cas-register",
            """
            0 :invoke :write 3
            0 :ok :write 3
            5 :invoke :cas [3 4]
            5 :ok :cas [3 4]
            7 :invoke :read nil
            7 :ok :read 3
            """);

    assertThat(why.sentence())
        .isEqualTo(
            "lost update: read of 3 by process 7 returned at 0.006 s; every write of 3 had returned"
                + " before 4 was written at 0.003 s (cas from 3 to 4 by process 5).");
    assertThat(why.operations().get(1).weakened()).isTrue();
  }

  @Test
  void twoWinnersOfOneValueAreNamedWhetherTheyOverlapOrNot() {
    Counterexample overlapping =
        explain(
            "cas-register",
            """
            0 :invoke :write 3
            0 :ok :write 3
            1 :invoke :cas [3 4]
            2 :invoke :cas [3 5]
            1 :ok :cas [3 4]
            2 :ok :cas [3 5]
            """);
    Counterexample locks =
        explain(
            "mutex",
            "1 :invoke :acquire nil\n1 :ok :acquire nil\n2 :invoke :acquire nil\n2 :ok :acquire nil");

    assertThat(overlapping.sentence())
        .isEqualTo(
            "two winners: cas from 3 to 4 by process 1 succeeded at 0.005 s and cas from 3 to 5 by"
                + " process 2 succeeded at 0.006 s; no order of the writes of 3 serves both.");
    assertThat(locks.sentence())
        .isEqualTo(
            "two winners: acquire by process 2 succeeded at 0.004 s; but \"held\" was written at"
                + " 0.001 s (acquire by process 1) and nobody wrote \"free\".");
  }

  @Test
  void aHostileValueCannotBreakTheLine() {
    String hostile = "evil\n\u001b[31m" + "x".repeat(100);
    var builder = History.builder(new Header(1, "register", Header.FailedCas.IGNORE, 0, List.of()));
    builder.add(new Entry.Invoked(1, 1, 0, new Invocation("read", "k", Value.NIL), null));
    builder.add(new Entry.Completed(2, 0, new Completion.Ok(Value.of(hostile)), null));

    Verdict verdict =
        Checker.check(
                builder.build(), Models.register(), Options.of(Budget.of(10, 64), System::nanoTime))
            .overall();

    assertThat(((Verdict.NotLinearizable) verdict).counterexample().sentence())
        .doesNotContain("\n", "\u001b")
        .contains("evil\\u000a\\u001b[31mx")
        .hasSizeLessThan(300);
  }
}
