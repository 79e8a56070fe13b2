package io.quorate.workload.pacing;

import static io.quorate.workload.Script.MS;
import static io.quorate.workload.Script.op;
import static io.quorate.workload.Script.played;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Completion;
import io.quorate.history.RandomStream;
import io.quorate.history.Value;
import io.quorate.workload.Generator;
import io.quorate.workload.Script;
import io.quorate.workload.generator.Generators;
import io.quorate.workload.playback.Client;
import io.quorate.workload.playback.Playback;
import io.quorate.workload.playback.Played;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacingTest {
  private static final Generator A = Generators.repeat(op("a", 0));
  private static final Generator B = Generators.repeat(op("b", 0));
  private static final RandomStream RANDOM = RandomStream.of(1, "pace");

  @Test
  void aDelayKeepsItsGap() {
    assertThat(played(Pacing.delay(Duration.ofMillis(4), A), 5))
        .isEqualTo(
            """
              0 w0 a 0
              4 w1 a 0
              8 w2 a 0
             12 w0 a 0
             16 w1 a 0
            """);
  }

  @Test
  void aTimeLimitCountsFromTheFirstQuestion() {
    Generator later =
        Generators.phases(Generators.once(op("b", 0)), Pacing.timeLimit(Duration.ofMillis(15), A));

    assertThat(played(later, 99))
        .isEqualTo(
            """
              0 w0 b 0
             10 w0 a 0
             10 w1 a 0
             10 w2 a 0
             20 w0 a 0
             20 w1 a 0
             20 w2 a 0
            """);
  }

  @Test
  void aTimeLimitEndsOnTimeEvenWhenNothingCompletes() {
    Generator limited =
        Generators.then(
            Pacing.timeLimit(Duration.ofMillis(15), Generators.synchronise(A)),
            Generators.once(op("b", 0)));
    Generator busyFirst = Generators.then(Generators.once(op("c", 0)), limited);

    String text = Script.text(Playback.of(busyFirst, 2, 2, 9, Script.ok(1_000)));

    assertThat(text)
        .isEqualTo(
            """
              0 w0 c 0
             15 w1 b 0
            """);
  }

  @Test
  void aClosedLoopDoesNotMakeUpForAnOutage() {
    Generator tenASecond = Pacing.delay(Duration.ofMillis(100), A);

    List<Played> played = Playback.of(tenASecond, 1, 1, 12, stallOf(1_000));

    assertThat(played.get(0).endedNanos()).isEqualTo(1_000 * MS);
    assertThat(played.get(2).invokedNanos() - played.get(1).invokedNanos())
        .isGreaterThanOrEqualTo(80 * MS);
    assertThat(played).allMatch(operation -> operation.dueNanos() == operation.invokedNanos());
  }

  @Test
  void anOpenLoopShowsAnOutageInEveryOperationThatWasDueMeanwhile() {
    Generator thousandASecond = Pacing.paced(new Gap.Fixed(Gap.mean(1_000)), true, RANDOM, A);

    List<Played> played = Playback.of(thousandASecond, 10, 5, 3_000, stallOf(1_000));

    long slow =
        played.stream()
            .filter(operation -> operation.endedNanos() - operation.dueNanos() > 10 * MS)
            .count();
    assertThat(slow).isBetween(950L, 1_200L);
    assertThat(played.stream().map(Played::dueNanos)).isSorted();
  }

  @Test
  void aStaggerKeepsItsRateOverAllWorkers() {
    List<Played> played = Playback.of(Pacing.stagger(500, RANDOM, A), 30, 5, 10_000, Script.ok(5));

    long length = played.getLast().invokedNanos();
    assertThat(length).isBetween(19_600 * MS, 20_400 * MS);
  }

  @Test
  void anOpenLoopKeepsItsRateAndItsArrivalsAreIrregular() {
    List<Played> played = Playback.of(Pacing.openLoop(500, RANDOM, A), 30, 5, 10_000, Script.ok(5));

    long length = played.getLast().invokedNanos();
    assertThat(length).isBetween(19_400 * MS, 20_600 * MS);
    long close = 0;
    for (int i = 1; i < played.size(); i++) {
      close += played.get(i).dueNanos() - played.get(i - 1).dueNanos() < 2 * MS ? 1 : 0;
    }
    // Of exponential gaps 1 - 1/e, 63 %, are shorter than the mean.
    assertThat(close).isBetween(6_200L, 6_450L);
  }

  @Test
  void ofTwoOpenLoopsTheOneDueFirstGoesFirst() {
    Generator both =
        Generators.any(
            Pacing.paced(new Gap.Fixed(3 * MS), true, RANDOM, A),
            Pacing.paced(new Gap.Fixed(5 * MS), true, RANDOM, B));

    assertThat(Script.text(Playback.of(both, 9, 3, 7, Script.ok(1))))
        .isEqualTo(
            """
              0 w0 a 0
              0 w1 b 0
              3 w0 a 0
              5 w0 b 0
              6 w0 a 0
              9 w0 a 0
             10 w0 b 0
            """);
  }

  @Test
  void partsTakeTurnsByTheClockAndGoOnWhereTheyStopped() {
    Generator cycle =
        Pacing.cycleTimes(
            List.of(
                Map.entry(Duration.ofMillis(10), Generators.list(List.of(op("a", 1), op("a", 2)))),
                Map.entry(Duration.ofMillis(20), Pacing.delay(Duration.ofMillis(8), B))));

    assertThat(Script.text(Playback.of(cycle, 1, 1, 8, Script.ok(6))))
        .isEqualTo(
            """
              0 w0 a 1
              6 w0 a 2
             12 w0 b 0
             18 w0 b 0
             26 w0 b 0
             40 w0 b 0
             46 w0 b 0
             52 w0 b 0
            """);
  }

  @Test
  void impossibleTimesAreRefused() {
    assertThatThrownBy(() -> Pacing.timeLimit(Duration.ZERO, A))
        .hasMessage("a length of time must be positive, got PT0S");
    assertThatThrownBy(() -> Pacing.stagger(0, RANDOM, A))
        .hasMessage("no rate of 0.0 operations a second");
  }

  /** A system that answers within 1 ms, but nothing before {@code ms}. */
  private static Client stallOf(long ms) {
    return (now, worker, invocation) ->
        new Client.Reply(Math.max(MS, ms * MS - now), new Completion.Ok(Value.NIL));
  }
}
