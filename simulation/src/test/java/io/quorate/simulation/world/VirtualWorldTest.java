package io.quorate.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Budget;
import io.quorate.checker.Options;
import io.quorate.checker.Verdict;
import io.quorate.checker.judge.Checker;
import io.quorate.checker.model.Models;
import io.quorate.history.Disturbance;
import io.quorate.history.Header;
import io.quorate.history.History;
import io.quorate.history.RandomStream;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.simulation.Conditions;
import io.quorate.simulation.Draws;
import io.quorate.simulation.Played;
import io.quorate.simulation.SimulatedPlan;
import io.quorate.trial.TrialPlan;
import io.quorate.trial.Watch;
import io.quorate.workload.Routing;
import io.quorate.workload.Workload;
import io.quorate.workload.WorkloadOptions;
import io.quorate.workload.library.Workloads;
import io.quorate.workload.pacing.Pacing;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualWorldTest {
  private static final int SEEDS = Integer.getInteger("seeds", 20);

  @Test
  void theSamePlanGivesTheSameRun() {
    Played one = play("default", 7, List.of());
    Played other = play("default", 7, List.of());

    assertThat(one.entries()).isEqualTo(other.entries());
    assertThat(one.digest()).isEqualTo(other.digest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "isolate-leader", "kill-all", "pause-leader", "one-way-in"})
  void theCorrectServerKeepsItsWord(String schedule) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Played played = play(schedule, seed, List.of());
      History history = played.history(header(seed));

      assertThat(played.findings()).as("seed %d", seed).isEmpty();
      assertThat(verdict(history)).as("seed %d", seed).isInstanceOf(Verdict.Linearizable.class);
      assertThat(history.size()).as("seed %d", seed).isGreaterThan(100);
      assertThat(history.disturbances())
          .as("seed %d", seed)
          .isNotEmpty()
          .allMatch(Disturbance::proven);
    }
  }

  @Test
  void aStaleReadIsSeenFromOutside() {
    int found = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Played played = play("isolate-leader", seed, List.of("B07"));
      found += verdict(played.history(header(seed))) instanceof Verdict.NotLinearizable ? 1 : 0;
    }
    assertThat(found).isGreaterThan(SEEDS / 2);
  }

  static Verdict verdict(History history) {
    Options options = Options.of(Budget.of(10, 256), System::nanoTime);
    return Checker.check(history, Models.named("cas-register"), options).overall();
  }

  static Header header(long seed) {
    return new Header(1, "cas-register", Header.FailedCas.OBSERVE, seed, nodes());
  }

  private static List<String> nodes() {
    return IntStream.rangeClosed(1, 5).mapToObj(n -> "n" + n).toList();
  }

  static Played play(String schedule, long seed, List<String> bugs) {
    Workload workload =
        Workloads.named(
                "cas-register",
                WorkloadOptions.DEFAULTS.withKeys(3),
                RandomStream.of(seed, "workload"))
            .orElseThrow();
    TrialPlan trial =
        new TrialPlan(
            nodes(),
            2,
            Pacing.openLoop(50, RandomStream.of(seed, "pace"), workload.main()),
            workload.finish(),
            Schedules.named(schedule),
            Duration.ofMillis(500),
            Duration.ofSeconds(8),
            Duration.ofSeconds(4),
            Duration.ofSeconds(1),
            seed);
    Conditions conditions = Conditions.drawn(new Draws(RandomStream.of(seed, "conditions")));
    return VirtualWorld.play(
        new SimulatedPlan(
            trial,
            bugs,
            Routing.BOTH,
            (group, home, pin) -> new PlainSession(home, pin),
            conditions),
        Watch.NOBODY);
  }
}
