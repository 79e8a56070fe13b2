package io.quorate.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.runner.plan.Plan.Sabotage;
import io.quorate.runner.plan.Plan.Times;
import io.quorate.workload.Routing;
import io.quorate.workload.WorkloadOptions;
import io.quorate.workload.library.Workloads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A plan written is the plan read: what a run's folder keeps can be run again. */
class PlanRoundTripTest {
  private static final Path HERE = Path.of("/plans");
  private static final List<String> NAMES =
      List.of(
          "default", "null", "~", "7", "true", "a: b", "# no comment", "é\u2028\n", "'\"", "- x");

  private static final List<Schedule> SCHEDULES = Schedules.all();

  private final Schedule usual = Schedules.named("calm");

  @Test
  void everyPlanIsReadAsItWasWritten() {
    for (long seed = 0; seed < 100; seed++) {
      Plan plan = drawn(new Random(seed));

      String text = PlanWriter.write(plan, plan.schedule().name());

      assertThat(read(text)).as("plan of seed %d:%n%s", seed, text).isEqualTo(plan);
    }
  }

  @Test
  void whatIsNotSaidKeepsItsDefault() {
    Plan plan = read("nodes: 3");

    assertThat(plan)
        .isEqualTo(new PlanBuilder(usual, 1).nodes(3).build())
        .returns("local", Plan::on)
        .returns("raft", Plan::system)
        .returns("cas-register", Plan::workload)
        .returns(9, Plan::clients)
        .returns(Times.DEFAULTS, Plan::times)
        .returns(usual, Plan::schedule);
  }

  @Test
  void everyKeyIsUnderstood() {
    String text =
        """
        name: mine
        on: hosts.yaml
        system: raft:B07
        nodes: 4
        workload: register
        keys: 12
        workers-per-key: 2
        values: small
        mix: [3, 2, 1]
        schedule: kill-leader
        seconds: 2.5
        warm-up: 250ms
        recovery: 1.5s
        operation-timeout: 2m
        ready-within: 1h
        rate: 12.5
        clients: 8
        routing: both
        seed: -9223372036854775808
        sabotage: deaf-links
        min-power: 0.8
        on-violation: continue
        """;

    Plan plan = read(text);

    assertThat(PlanReader.KNOWN).allMatch(key -> text.contains(key + ": "));
    WorkloadOptions options =
        WorkloadOptions.DEFAULTS
            .withKeys(12)
            .withWorkersPerKey(2)
            .withValues(WorkloadOptions.Values.SMALL)
            .withShares(3, 2, 1);
    Times times =
        new Times(
            Duration.ofHours(1),
            Duration.ofMillis(250),
            Duration.ofMillis(2_500),
            Duration.ofMillis(1_500),
            Duration.ofMinutes(2));
    assertThat(plan)
        .isEqualTo(
            new Plan(
                "mine",
                "/plans/hosts.yaml",
                "raft:B07",
                4,
                "register",
                options,
                Schedules.named("kill-leader"),
                times,
                12.5,
                8,
                Routing.BOTH,
                Long.MIN_VALUE,
                Sabotage.DEAF_LINKS,
                0.8,
                Plan.OnViolation.CONTINUE));
  }

  @Test
  void whatIsSaidLaterIsPutOverWhatWasSaidBefore() {
    PlanBuilder builder = new PlanBuilder(usual, 1);

    PlanReader.read("a.yaml", "{nodes: 3, rate: 50}", HERE, builder);
    PlanReader.read("b.yaml", "rate: 70", HERE, builder.nodes(7));

    assertThat(builder.build()).returns(7, Plan::nodes).returns(70.0, Plan::rate);
  }

  private Plan read(String text) {
    PlanBuilder builder = new PlanBuilder(usual, 1);
    PlanReader.read("plan.yaml", text, HERE, builder);
    return builder.build();
  }

  private static Plan drawn(Random random) {
    int nodes = 3 + random.nextInt(Plan.MAX_NODES - 2);
    WorkloadOptions options =
        WorkloadOptions.DEFAULTS
            .withKeys(1 + random.nextInt(10_000))
            .withWorkersPerKey(1 + random.nextInt(Plan.MAX_CLIENTS))
            .withValues(among(random, List.of(WorkloadOptions.Values.values())))
            .withShares(random.nextInt(1_001), 1 + random.nextInt(1_000), random.nextInt(1_001));
    return new Plan(
        among(random, NAMES),
        among(random, List.of("local", "/etc/hosts.yaml", "simulation")),
        among(random, List.of("raft", "raft:B07", "a b")),
        nodes,
        among(random, Workloads.names()),
        options,
        fitting(random, nodes),
        new Times(
            span(random),
            span(random),
            Duration.ofMillis(1 + random.nextInt(86_400_000)),
            span(random),
            span(random).plusNanos(1)),
        random.nextBoolean() ? 1e6 : 1e6 * (1 - random.nextDouble()),
        nodes * (1 + random.nextInt(Plan.MAX_CLIENTS / nodes)),
        among(random, List.of(Routing.values())),
        random.nextLong(),
        among(random, List.of(Sabotage.values())),
        random.nextBoolean() ? 0 : 0.9 * (1 - random.nextDouble()),
        among(random, List.of(Plan.OnViolation.values())));
  }

  private static Schedule fitting(Random random, int nodes) {
    return among(
        random, SCHEDULES.stream().filter(schedule -> schedule.minNodes() <= nodes).toList());
  }

  /** Lengths of every size: nanoseconds, milliseconds, hours. */
  private static Duration span(Random random) {
    long most = Duration.ofHours(23).toNanos();
    return Duration.ofNanos(random.nextLong(most) >> random.nextInt(63));
  }

  private static <T> T among(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
