package io.quorate.runner.campaign;

import io.quorate.history.RandomStream;
import io.quorate.nemesis.Schedule;
import io.quorate.runner.plan.Plan;
import io.quorate.workload.Routing;
import io.quorate.workload.WorkloadOptions;
import java.time.Duration;
import java.util.List;

/**
 * Draws what a trial of a campaign is like beside its schedule and its bug: cluster size, load and
 * mix. Each feature is on or off, high or low for a whole trial, since a mix that is always the
 * same hides what only another one shows: swarm testing (Groce, Zhang, Eide, Chen, Regehr, ISSTA
 * 2012).
 */
final class Swarm {
  private static final Duration WARM_UP = Duration.ofMillis(500);
  private static final Duration MAIN = Duration.ofSeconds(8);
  private static final Duration RECOVERY = Duration.ofMillis(3_500);
  private static final Duration OPERATION = Duration.ofSeconds(1);
  private static final double NO_MIN_POWER = 0;

  /** Shares of reads, writes and compare-and-sets. */
  private record Mix(int reads, int writes, int cas) {}

  private static final List<Mix> MIXES =
      List.of(new Mix(50, 25, 25), new Mix(80, 10, 10), new Mix(30, 50, 20), new Mix(95, 4, 1));

  /** What is written twice, or forgotten, shows in registers; what is done twice in lists. */
  private static final List<String> WORKLOADS =
      List.of("cas-register", "cas-register", "append-list");

  private static final List<Integer> RATES = List.of(10, 20, 40);
  private static final List<Integer> SIZES = List.of(3, 3, 5);
  private static final List<Integer> KEYS = List.of(1, 2, 4);
  private static final List<Routing> ROUTINGS = List.of(Routing.BOTH, Routing.LEADER);

  private Swarm() {}

  /** Returns run {@code run} of a campaign with this seed, for a schedule and a system. */
  static Plan plan(long campaignSeed, int run, Schedule schedule, String system) {
    long seed = RandomStream.of(campaignSeed, "runs").split(Integer.toString(run)).below(1L << 48);
    RandomStream drawn = RandomStream.of(seed, "swarm");
    int nodes = Math.max(schedule.minNodes(), one(SIZES, drawn.split("nodes")));
    Mix mix = one(MIXES, drawn.split("mix"));
    WorkloadOptions options =
        WorkloadOptions.DEFAULTS
            .withKeys(one(KEYS, drawn.split("keys")))
            .withShares(mix.reads(), mix.writes(), mix.cas());
    return new Plan(
        schedule.name(),
        "simulation",
        system,
        nodes,
        one(WORKLOADS, drawn.split("workload")),
        options,
        schedule,
        new Plan.Times(OPERATION, WARM_UP, MAIN, RECOVERY, OPERATION),
        one(RATES, drawn.split("rate")),
        2 * nodes,
        one(ROUTINGS, drawn.split("routing")),
        seed,
        Plan.Sabotage.NONE,
        NO_MIN_POWER,
        Plan.OnViolation.CONTINUE);
  }

  private static <T> T one(List<T> choices, RandomStream drawn) {
    return choices.get((int) drawn.below(choices.size()));
  }
}
