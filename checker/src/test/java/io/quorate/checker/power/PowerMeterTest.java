package io.quorate.checker.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.checker.Analysis;
import io.quorate.checker.Budget;
import io.quorate.checker.Counterexample;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Options;
import io.quorate.checker.RandomHistory;
import io.quorate.checker.TextHistory;
import io.quorate.checker.Verdict;
import io.quorate.checker.judge.Checker;
import io.quorate.checker.model.Models;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PowerMeterTest {
  private static final Options OPTIONS = Options.of(Budget.of(60, 64), System::nanoTime);

  private static Map<Damage, Share> measure(History history) {
    Analysis analysis = Checker.check(history, Models.casRegister(), OPTIONS);
    return byDamage(
        PowerMeter.measure(history, Models.casRegister(), analysis, OPTIONS).orElseThrow());
  }

  private static Map<Damage, Share> byDamage(Power power) {
    return power.shares().stream().collect(Collectors.toMap(Share::damage, Function.identity()));
  }

  @Test
  void oneAfterAnotherWithUniqueValuesEveryFaultThatIsReadIsCaught() {
    History history =
        TextHistory.of(
            "cas-register",
            """
            0 :invoke :write 1
            0 :ok :write 1
            1 :invoke :read nil
            1 :ok :read 1
            0 :invoke :write 2
            0 :ok :write 2
            1 :invoke :read nil
            1 :ok :read 2
            """);

    Map<Damage, Share> shares = measure(history);

    assertThat(shares)
        .containsEntry(Damage.STALE_READ, new Share(Damage.STALE_READ, 2, true, 2, 0, 0))
        .containsEntry(Damage.LOST_WRITE, new Share(Damage.LOST_WRITE, 2, true, 2, 0, 0))
        .containsEntry(Damage.SWAPPED_READS, new Share(Damage.SWAPPED_READS, 1, true, 1, 0, 0))
        .containsEntry(Damage.FROZEN_REPLICA, new Share(Damage.FROZEN_REPLICA, 1, true, 1, 0, 0));
  }

  @Test
  void whatOverlapsEverythingCouldHaveSeenAnything() {
    History history =
        TextHistory.of(
            "cas-register",
            """
            0 :invoke :write 1
            1 :invoke :write 2
            2 :invoke :read nil
            3 :invoke :read nil
            2 :ok :read 1
            3 :ok :read 2
            0 :ok :write 1
            1 :ok :write 2
            """);

    Map<Damage, Share> shares = measure(history);

    assertThat(shares.values()).allMatch(share -> share.caught() == 0 && share.undecided() == 0);
    assertThat(shares.values()).extracting(Share::places).contains(1L, 2L);
  }

  @Test
  void whatCannotHappenHasNoPlace() {
    History history =
        TextHistory.of("cas-register", "0 :invoke :write 1\n0 :ok :write 1\n1 :invoke :write 2\n");

    Map<Damage, Share> shares = measure(history);

    assertThat(shares)
        .containsEntry(Damage.STALE_READ, new Share(Damage.STALE_READ, 0, true, 0, 0, 0))
        .containsEntry(Damage.LOST_WRITE, new Share(Damage.LOST_WRITE, 1, true, 0, 1, 0));
  }

  @Test
  void aFrozenNodeAnswersAllItsLaterReadsAlike() {
    History.Builder log =
        History.builder(new Header(1, "cas-register", FailedCas.OBSERVE, 0, List.of("n1", "n2")));
    for (int value = 1; value <= 3; value++) {
      whole(log, 0, "n1", "write", value);
      whole(log, 10 + value, "n1", "read", value);
      whole(log, 20 + value, "n2", "read", value);
    }

    Share share = measure(log.build()).get(Damage.FROZEN_REPLICA);

    assertThat(share).isEqualTo(new Share(Damage.FROZEN_REPLICA, 4, true, 4, 0, 0));
  }

  @Test
  void whatWasAskedBeforeTheFrozenAnswerCameIsNoLaterRead() {
    History.Builder log =
        History.builder(new Header(1, "cas-register", FailedCas.OBSERVE, 0, List.of("n1")));
    Invocation read = new Invocation("read", null, Value.NIL);
    whole(log, 0, "n1", "write", 1);
    log.add(new Entry.Invoked(0, 0, 1, read, "n1"));
    whole(log, 0, "n1", "write", 2);
    log.add(new Entry.Invoked(0, 0, 2, read, "n1"));
    log.add(new Entry.Completed(0, 1, new Completion.Ok(Value.of(1)), "n1"));
    log.add(new Entry.Completed(0, 2, new Completion.Ok(Value.of(2)), "n1"));

    Share share = measure(log.build()).get(Damage.FROZEN_REPLICA);

    assertThat(share).isEqualTo(new Share(Damage.FROZEN_REPLICA, 0, true, 0, 0, 0));
  }

  private static void whole(
      History.Builder log, long process, String node, String function, int value) {
    boolean read = function.equals("read");
    Value argument = read ? Value.NIL : Value.of(value);
    Value output = read ? Value.of(value) : Value.NIL;
    Invocation asked = new Invocation(function, null, argument);
    log.add(new Entry.Invoked(0, 0, process, asked, node));
    log.add(new Entry.Completed(0, process, new Completion.Ok(output), node));
  }

  @Test
  void ofManyPlacesSomeAreDrawnAndTheSameOnesAgain() {
    History history = new RandomHistory(600, 3, 0, 0.02, 0, 0.7).draw(Models.casRegister(), 11);

    Map<Damage, Share> once = measure(history);
    Map<Damage, Share> again = measure(history);

    assertThat(once).isEqualTo(again);
    assertThat(once.values())
        .allMatch(share -> share.places() > PowerMeter.MOST_DAMAGES && !share.every())
        .allMatch(share -> share.tried() == PowerMeter.MOST_DAMAGES);
    assertThat(once)
        .hasEntrySatisfying(
            Damage.FROZEN_REPLICA, share -> assertThat(share.caught()).isGreaterThan(30));
  }

  @Test
  void whenTheTimeIsOverWhatWasTriedIsTold() {
    History history = new RandomHistory(600, 3, 0, 0, 0, 0.7).draw(Models.casRegister(), 12);
    Analysis analysis = Checker.check(history, Models.casRegister(), OPTIONS);
    AtomicLong now = new AtomicLong();
    Options ticking =
        Options.of(new Budget(Duration.ofMillis(200), 1 << 26), () -> now.addAndGet(1_000_000));

    Power power =
        PowerMeter.measure(history, Models.casRegister(), analysis, ticking).orElseThrow();

    assertThat(power.nanos()).isLessThan(Duration.ofMillis(220).toNanos());
    assertThat(power.shares())
        .allMatch(share -> share.tried() > 0 && share.tried() < PowerMeter.MOST_DAMAGES);
  }

  @Test
  void whenTheTimeIsOverBeforeThePlacesAreKnownNothingIsSaid() {
    History history = TextHistory.of("cas-register", "0 :invoke :write 1\n0 :ok :write 1\n");
    Analysis analysis = Checker.check(history, Models.casRegister(), OPTIONS);
    AtomicLong now = new AtomicLong();
    Options late =
        Options.of(new Budget(Duration.ofNanos(1), 1 << 26), () -> now.addAndGet(1_000_000));

    assertThat(PowerMeter.measure(history, Models.casRegister(), analysis, late)).isEmpty();
  }

  @Test
  void aPlaceOnAKeyThatWasNotDecidedIsUndecidedUntried() {
    History history = TextHistory.of("cas-register", "0 :invoke :write 1\n0 :ok :write 1\n");
    KeyVerdict doubt = new KeyVerdict(null, 1, new Verdict.Undecided("late"), "zones", 0, 0);
    Analysis analysis = new Analysis("cas-register", FailedCas.OBSERVE, List.of(doubt), 0);

    Power power =
        PowerMeter.measure(history, Models.casRegister(), analysis, OPTIONS).orElseThrow();

    assertThat(byDamage(power))
        .containsEntry(Damage.LOST_WRITE, new Share(Damage.LOST_WRITE, 1, true, 0, 0, 1));
  }

  @Test
  void aHistoryWithAViolationIsRefused() {
    History history = TextHistory.of("cas-register", "0 :invoke :read nil\n0 :ok :read 1\n");
    Analysis analysis = Checker.check(history, Models.casRegister(), OPTIONS);

    assertThatThrownBy(() -> PowerMeter.measure(history, Models.casRegister(), analysis, OPTIONS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only what is legal");
  }

  @Test
  void whoAsksOnlyWhetherIsNotToldWhy() {
    History history = TextHistory.of("cas-register", "0 :invoke :read nil\n0 :ok :read 1\n");

    Analysis analysis =
        Checker.check(history, Models.casRegister(), OPTIONS.withoutCounterexamples());

    assertThat(analysis.overall()).isEqualTo(new Verdict.NotLinearizable(Counterexample.NONE));
  }
}
