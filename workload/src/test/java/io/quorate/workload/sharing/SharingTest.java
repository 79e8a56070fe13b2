package io.quorate.workload.sharing;

import static io.quorate.workload.Script.op;
import static io.quorate.workload.Script.played;
import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Invocation;
import io.quorate.history.Value;
import io.quorate.workload.Generator;
import io.quorate.workload.Script;
import io.quorate.workload.generator.Generators;
import io.quorate.workload.pacing.Pacing;
import io.quorate.workload.playback.Playback;
import io.quorate.workload.playback.Played;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SharingTest {
  private static final Generator A = Generators.repeat(op("a", 0));
  private static final Generator B = Generators.repeat(op("b", 0));

  @Test
  void onlyChosenWorkersAreEmployed() {
    assertThat(played(Sharing.onWorkers(number -> number != 1, A), 3))
        .isEqualTo(
            """
              0 w0 a 0
              0 w2 a 0
             10 w0 a 0
            """);
  }

  @Test
  void theFirstWorkersAreReserved() {
    String text = played(Sharing.reserve(1, A, B), 30);

    assertThat(text.lines().filter(line -> line.contains("w0"))).allMatch(l -> l.contains(" a "));
    assertThat(text.lines().filter(line -> !line.contains("w0"))).allMatch(l -> l.contains(" b "));
  }

  @Test
  void aBarrierWithinAReservationConcernsItsOwnWorkersOnly() {
    Generator reserved = Generators.phases(Generators.limit(2, A), Generators.limit(2, B));
    Generator slow = Generators.limit(1, Generators.repeat(op("slow", 0)));
    Generator whole = Sharing.reserve(2, reserved, slow);

    String text =
        Script.text(
            Playback.of(
                whole,
                3,
                3,
                9,
                (now, worker, invocation) ->
                    Script.ok(worker == 2 ? 500 : 10).answer(now, worker, invocation)));

    assertThat(text.lines().filter(line -> line.contains(" b ")))
        .containsExactly(" 10 w0 b 0", " 10 w1 b 0");
  }

  @Test
  void inTurnsNobodyIsEmployedTwiceWhileAnotherWaits() {
    Generator slow = Sharing.inTurns(Pacing.delay(Duration.ofMillis(20), A));

    assertThat(played(slow, 4))
        .isEqualTo(
            """
              0 w0 a 0
             20 w1 a 0
             40 w2 a 0
             60 w0 a 0
            """);
  }

  @Test
  void eachWorkerHasItsOwnCopy() {
    Generator each =
        Sharing.inTurns(Sharing.eachWorker(Generators.list(List.of(op("a", 1), op("a", 2)))));

    assertThat(played(each, 9))
        .isEqualTo(
            """
              0 w0 a 1
              0 w1 a 1
              0 w2 a 1
             10 w0 a 2
             10 w1 a 2
             10 w2 a 2
            """);
  }

  @Test
  void eachNodeHasItsOwnCopyForTheWorkersBesideIt() {
    Generator each = Sharing.eachNode(Generators.list(List.of(op("a", 1), op("a", 2))));

    String text = Script.text(Playback.of(each, 5, 2, 9, Script.ok(10)));

    assertThat(text)
        .isEqualTo(
            """
              0 w0 a 1
              0 w1 a 1
              0 w2 a 2
              0 w3 a 2
            """);
  }

  @Test
  void processesAreCountedThroughCrashes() {
    String text = Script.text(Playback.of(Sharing.processLimit(3, A), 2, 2, 99, Script.info(10)));

    assertThat(text)
        .isEqualTo(
            """
              0 w0 a 0
              0 w1 a 0
             10 w0 a 0
            """);
  }

  @Test
  void processesThatDoNotCrashGoOn() {
    String text = Script.text(Playback.of(Sharing.processLimit(2, A), 9, 3, 99, Script.ok(10)));

    assertThat(text.lines())
        .hasSize(99)
        .allMatch(line -> line.contains("w0") || line.contains("w1"));
  }

  @Test
  void neighbouringWorkersShareAKeyAndGoOnToTheNextOne() {
    Generator keys = Sharing.concurrentKeys(2, 2, 3, key -> Generators.limit(4, reads(key)));

    String text = Script.text(Playback.of(Sharing.inTurns(keys), 5, 5, 99, Script.ok(10)));

    assertThat(text)
        .isEqualTo(
            """
              0 w0 read k0 nil
              0 w1 read k0 nil
              0 w2 read k0 nil
              0 w3 read k1 nil
              0 w4 read k1 nil
             10 w0 read k0 nil
             10 w1 read k2 nil
             10 w2 read k2 nil
             10 w3 read k1 nil
             10 w4 read k1 nil
             20 w0 read k2 nil
             20 w1 read k2 nil
            """);
  }

  @Test
  void everyWorkerHasAKeyHoweverManyThereAre() {
    for (int workers = 1; workers <= 40; workers++) {
      Generator keys = Sharing.concurrentKeys(7, 3, 7, SharingTest::reads);
      List<Played> first = Playback.of(keys, workers, 5, workers, Script.ok(10));

      TreeMap<String, Long> perKey =
          first.stream()
              .collect(
                  Collectors.groupingBy(
                      played -> String.valueOf(played.invocation().key()),
                      TreeMap::new,
                      Collectors.counting()));
      assertThat(perKey).hasSize(Math.max(1, Math.min(7, workers / 3)));
      assertThat(perKey.values()).allMatch(fair(workers, perKey.values()));
    }
  }

  @Test
  void keysOfSequenceAreTakenOneByOne() {
    Generator keys = Sharing.sequentialKeys(2, key -> Generators.limit(2, reads(key)));

    assertThat(played(keys, 9))
        .isEqualTo(
            """
              0 w0 read k0 nil
              0 w1 read k0 nil
              0 w2 read k1 nil
             10 w0 read k1 nil
            """);
  }

  @Test
  void theLateEndOfAnOperationOnAnOldKeyDoesNotCountForTheNewOne() {
    Generator keys =
        Sharing.sequentialKeys(9, key -> Generators.untilCrashed(1, i -> true, reads(key)));

    List<Played> played = Playback.of(keys, 3, 3, 9, Script.info(10));

    assertThat(played.stream().map(operation -> operation.invocation().key()))
        .containsExactly("k0", "k0", "k0", "k1", "k1", "k1", "k2", "k2", "k2");
  }

  private static java.util.function.Predicate<Long> fair(int workers, Collection<Long> shares) {
    return share -> Math.abs(share - (double) workers / shares.size()) < 1;
  }

  private static Generator reads(String key) {
    return Generators.repeat(new Invocation("read", key, Value.NIL));
  }
}
