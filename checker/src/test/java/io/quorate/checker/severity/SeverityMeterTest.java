package io.quorate.checker.severity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Options;
import io.quorate.checker.TextHistory;
import io.quorate.checker.judge.Checker;
import io.quorate.checker.model.Models;
import io.quorate.checker.severity.Breach.Promise;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SeverityMeterTest {
  private static final Options OPTIONS = Options.of(Budget.of(60, 64), System::nanoTime);

  private static final String STALE =
      """
      0 :invoke :write 1
      0 :ok :write 1
      0 :invoke :write 2
      0 :ok :write 2
      0 :invoke :write 3
      0 :ok :write 3
      1 :invoke :read nil
      1 :ok :read 1
      """;

  private static Severity measure(String text, Options options) {
    History history = TextHistory.of("register", text);
    Analysis analysis = Checker.check(history, Models.register(), OPTIONS);
    return SeverityMeter.measure(history, Models.register(), analysis, options);
  }

  @Test
  void aStaleReadIsAsOldAsTheFirstWriteOverItsValue() {
    Severity severity = measure(STALE, OPTIONS);

    Staleness staleness = Objects.requireNonNull(severity.staleness());
    assertThat(staleness)
        .returns(1, Staleness::reads)
        .returns(3_000_000L, Staleness::nanos)
        .returns(2, Staleness::versions);
    assertThat(staleness.longest()).returns(3, Operation::index);
    assertThat(severity.breaches()).isEmpty();
    assertThat(severity.sequential()).isEqualTo(Sequential.YES);
  }

  @Test
  void whoMissesItsOwnWriteHasNoOrderThatKeepsItsOwn() {
    Severity severity = measure(STALE + "0 :invoke :read nil\n0 :ok :read 2\n", OPTIONS);

    assertThat(severity.allBreaches()).isEqualTo(1);
    assertThat(severity.breaches().getFirst())
        .returns(Promise.READ_YOUR_WRITES, Breach::promise)
        .returns(2, breach -> breach.earlier().index())
        .returns(4, breach -> breach.later().index());
    assertThat(severity.sequential()).isEqualTo(Sequential.NO);
  }

  @Test
  void whoReadsBackwardsIsNamed() {
    Severity severity =
        measure(
            STALE + "1 :invoke :read nil\n1 :ok :read 3\n1 :invoke :read nil\n1 :ok :read 2\n",
            OPTIONS);

    assertThat(severity.breaches())
        .singleElement()
        .returns(Promise.MONOTONIC_READS, Breach::promise)
        .returns(4, breach -> breach.earlier().index())
        .returns(5, breach -> breach.later().index());
  }

  @Test
  void aValueNobodyWroteIsNotCalledStale() {
    Severity severity = measure("0 :invoke :read nil\n0 :ok :read 9\n", OPTIONS);

    assertThat(severity.staleness()).isNull();
    assertThat(severity.sequential()).isEqualTo(Sequential.NO);
  }

  @Test
  void aValueThatMayStillBeWrittenIsNotCalledStale() {
    Severity severity = measure("5 :invoke :write 1\n" + STALE, OPTIONS);

    assertThat(severity.staleness()).isNull();
  }

  @Test
  void whatDoesNotFitIntoTheTimeIsNotDetermined() {
    AtomicLong now = new AtomicLong();
    Options late =
        Options.of(new Budget(Duration.ofNanos(1), 1 << 20), () -> now.addAndGet(1_000_000));

    assertThat(measure(STALE, late).sequential()).isEqualTo(Sequential.NOT_DETERMINED);
  }
}
