package io.quorate.workload.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import io.quorate.history.RandomStream;
import io.quorate.history.Value;
import io.quorate.workload.Generator;
import io.quorate.workload.Script;
import io.quorate.workload.Workload;
import io.quorate.workload.WorkloadOptions;
import io.quorate.workload.pacing.Pacing;
import io.quorate.workload.playback.Client;
import io.quorate.workload.playback.IdealRegisters;
import io.quorate.workload.playback.Playback;
import io.quorate.workload.playback.Played;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkloadsTest {
  private static final WorkloadOptions DEFAULTS = WorkloadOptions.DEFAULTS;

  @Test
  void aSeedAsksTheSameInEveryProgram() {
    Generator main = workload("cas-register", DEFAULTS.withKeys(1)).main();

    List<Played> played = Playback.of(main, 3, 3, 12, new IdealRegisters(10 * Script.MS));

    assertThat(Script.text(played))
        .isEqualTo(
            """
              0 w0 read k0 nil
              0 w1 read k0 nil
              0 w2 read k0 nil
             10 w0 read k0 nil
             10 w1 write k0 1
             10 w2 read k0 nil
             20 w0 read k0 nil
             20 w1 write k0 2
             20 w2 write k0 3
             30 w0 read k0 nil
             30 w1 read k0 nil
             30 w2 cas k0 [3, 4]
            """);
  }

  @Test
  void smallValuesComeBack() {
    WorkloadOptions options = DEFAULTS.withKeys(1).withValues(WorkloadOptions.Values.SMALL);
    Generator main = workload("cas-register", options).main();

    List<Played> played = Playback.of(main, 3, 3, 12, new IdealRegisters(10 * Script.MS));

    assertThat(Script.text(played))
        .isEqualTo(
            """
              0 w0 read k0 nil
              0 w1 read k0 nil
              0 w2 read k0 nil
             10 w0 read k0 nil
             10 w1 cas k0 [1, 4]
             10 w2 read k0 nil
             20 w0 read k0 nil
             20 w1 write k0 0
             20 w2 write k0 4
             30 w0 read k0 nil
             30 w1 read k0 nil
             30 w2 cas k0 [4, 4]
            """);
  }

  @Test
  void aValueIsWrittenOnceToAKey() {
    Set<String> written = new HashSet<>();
    for (Played played : ideal("cas-register", 20_000)) {
      Value value =
          switch (played.invocation().argument()) {
            case Value.Sequence pair -> pair.items().get(1);
            case Value other -> other;
          };
      if (!value.equals(Value.NIL)) {
        assertThat(written.add(played.invocation().key() + "=" + value)).isTrue();
      }
    }
    assertThat(written).hasSizeGreaterThan(5_000);
  }

  @Test
  void eachKindHasItsShare() {
    TreeMap<String, Long> counts =
        ideal("cas-register", 20_000).stream()
            .collect(
                Collectors.groupingBy(
                    played -> played.invocation().function(), TreeMap::new, Collectors.counting()));

    assertThat(counts.get("read")).isBetween(9_800L, 10_200L);
    assertThat(counts.get("write")).isBetween(4_800L, 5_300L);
    assertThat(counts.get("cas")).isBetween(4_700L, 5_200L);
  }

  @Test
  void mostCompareAndSetsSucceedSinceTheyExpectWhatWasSeen() {
    Generator paced =
        Pacing.stagger(500, RandomStream.of(1, "pace"), workload("cas-register", DEFAULTS).main());
    List<Played> cas =
        Playback.of(paced, 30, 5, 20_000, new IdealRegisters(5 * Script.MS)).stream()
            .filter(played -> played.invocation().function().equals("cas"))
            .toList();

    long succeeded =
        cas.stream().filter(played -> played.completion() instanceof Completion.Ok).count();

    assertThat((double) succeeded / cas.size()).isGreaterThan(0.5);
  }

  @Test
  void theRegisterWorkloadHasNoCompareAndSet() {
    assertThat(ideal("register", 2_000))
        .noneMatch(played -> played.invocation().function().equals("cas"));
  }

  @Test
  void aKeyIsUsedBesideSeveralNodes() {
    TreeMap<String, TreeSet<Integer>> homes = new TreeMap<>();
    for (Played played : ideal("cas-register", 5_000)) {
      homes
          .computeIfAbsent(String.valueOf(played.invocation().key()), key -> new TreeSet<>())
          .add(played.worker() % 5);
    }

    assertThat(homes.values()).allMatch(nodes -> nodes.size() >= 3);
  }

  @Test
  void aKeyIsRetiredAfterItsOperationsOrItsCrashes() {
    WorkloadOptions options = DEFAULTS.withKeys(2).withLimits(50, 3);
    Client crashing =
        (now, worker, invocation) ->
            new Client.Reply(
                Script.MS,
                worker == 0
                    ? new Completion.Info("timeout")
                    : new Completion.Ok(invocation.argument()));

    List<Played> played =
        Playback.of(workload("cas-register", options).main(), 6, 5, 5_000, crashing);

    TreeMap<String, long[]> perKey = new TreeMap<>();
    for (Played operation : played) {
      long[] counts =
          perKey.computeIfAbsent(String.valueOf(operation.invocation().key()), k -> new long[2]);
      counts[0]++;
      boolean read = operation.invocation().function().equals("read");
      counts[1] += operation.completion() instanceof Completion.Info && !read ? 1 : 0;
    }
    assertThat(perKey).hasSizeGreaterThan(100);
    assertThat(perKey.values()).allMatch(counts -> counts[0] <= 50 && counts[1] <= 3);
    assertThat(perKey.values()).anyMatch(counts -> counts[0] == 50);
    assertThat(perKey.values()).anyMatch(counts -> counts[1] == 3 && counts[0] < 50);
  }

  @Test
  void atTheDefaultRateEachNodeSeesTwentyOfEachKindInThreeSeconds() {
    Generator paced =
        Pacing.stagger(500, RandomStream.of(1, "pace"), workload("cas-register", DEFAULTS).main());

    List<Played> played = Playback.of(paced, 30, 5, 1_500, new IdealRegisters(5 * Script.MS));

    for (int node = 0; node < 5; node++) {
      for (String function : List.of("read", "write", "cas")) {
        int home = node;
        assertThat(
                played.stream()
                    .filter(p -> p.worker() % 5 == home)
                    .filter(p -> p.invocation().function().equals(function)))
            .hasSizeGreaterThanOrEqualTo(20);
      }
    }
  }

  @Test
  void atTheEndEachKeyIsReadBesideEveryNode() {
    Generator finish = workload("register", DEFAULTS).finish().apply(List.of("k0", "k7"));

    List<Played> played = Playback.of(finish, 7, 3, 99, Script.ok(10));

    assertThat(played.stream().map(p -> p.worker() % 3 + " " + p.invocation()))
        .containsExactlyInAnyOrderElementsOf(
            List.of(0, 1, 2).stream()
                .flatMap(node ->
                    List.of("k0", "k7").stream()
                        .map(key -> node + " " + new Invocation("read", key, Value.NIL)))
                .toList());
  }

  @Test
  void workloadsAreKnownByName() {
    for (String name : Workloads.names()) {
      assertThat(workload(name, DEFAULTS).name()).isEqualTo(name);
    }
    assertThat(Workloads.named("queue", DEFAULTS, RandomStream.of(1, "w"))).isEmpty();
  }

  @Test
  void optionsRefuseTheImpossible() {
    assertThatThrownBy(() -> DEFAULTS.withKeys(0)).hasMessage("keys: at least 1 is needed, got 0");
    assertThatThrownBy(() -> DEFAULTS.withShares(0, 0, 5))
        .hasMessage("no mix of 0 reads, 0 writes, 5 cas");
  }

  private static Workload workload(String name, WorkloadOptions options) {
    return Workloads.named(name, options, RandomStream.of(1, "workload")).orElseThrow();
  }

  private static List<Played> ideal(String name, int most) {
    return Playback.of(
        workload(name, DEFAULTS).main(), 30, 5, most, new IdealRegisters(5 * Script.MS));
  }
}
