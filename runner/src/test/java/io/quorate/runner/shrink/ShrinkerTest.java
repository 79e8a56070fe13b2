package io.quorate.runner.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
  private static final String MANY =
      """
      name: many
      steps:
        - wait: 1s
        - inject: {kill: leader}
          as: first
        - wait: 2s
        - inject: {pause: follower}
          as: second
        - await: {leader-outside: first}
          patience: 1s
        - wait: 200ms
        - heal: second
        - heal: first
        - inject: {isolate: leader}
          as: third
        - wait: 500ms
        - heal: third
      """;

  @Test
  void whatDoesNotMatterIsLeftOut() {
    Predicate<Plan> red = plan -> kills(plan) && awaits(plan);

    Shrunk shrunk = shrink(plan(MANY), red, 3_000);

    assertThat(shrunk.plan().schedule().steps())
        .hasExactlyElementsOfTypes(Step.Inject.class, Step.Await.class);
    assertThat(shrunk.events()).isEqualTo(2);
    assertThat(shrunk.whole()).isTrue();
    assertThat(shrunk.plan())
        .returns(3, Plan::nodes)
        .returns(3, Plan::clients)
        .returns(5.0, Plan::rate)
        .returns(1, plan -> plan.options().keys());
  }

  @Test
  void everyPlanPlayedFitsAndCanBeWritten() {
    List<Plan> played = new ArrayList<>();

    shrink(plan(MANY), plan -> played.add(plan) && kills(plan), 3_000);

    assertThat(played)
        .hasSizeGreaterThan(30)
        .allSatisfy(plan -> {
          Schedule schedule = plan.schedule();
          assertThat(Schedules.fits(schedule, List.of("n1", "n2", "n3", "n4", "n5"))).isTrue();
          assertThat(Schedules.read("again", Schedules.write(schedule))).isEqualTo(schedule);
        });
  }

  /** Three rounds are needed: one is not red, so it goes through the executed ones. */
  @Test
  void aScheduleThatRepeatsIsUnrolledWhereOneRoundIsNotEnough() {
    Plan plan =
        plan(
            """
            name: again
            repeat: true
            steps:
              - wait: 1s
              - inject: {kill: one}
                as: k
              - heal: k
            """);

    Shrunk shrunk =
        shrink(plan, p -> p.schedule().repeat() || injections(p.schedule()) >= 3, 3_000);

    assertThat(injections(shrunk.plan().schedule())).isEqualTo(3);
    assertThat(shrunk.plan().schedule().repeat()).isFalse();
  }

  @Test
  void anotherSeedMayKeepASmallerPlanRed() {
    Plan plan = plan(MANY);
    Predicate<Plan> red = p -> p.equals(plan) || (kills(p) && p.seed() % 4 == 0);

    Shrunk shrunk = shrink(plan, red, 3_000);

    assertThat(shrunk.plan().seed() % 4).isZero();
    assertThat(shrunk.events()).isEqualTo(1);
  }

  @Test
  void theLimitOfTrialsIsKept() {
    Shrunk shrunk = shrink(plan(MANY), ShrinkerTest::kills, 10);

    assertThat(shrunk.plays()).isEqualTo(10);
    assertThat(shrunk.whole()).isFalse();
  }

  @Test
  void whatIsNotRedIsNotShrunk() {
    Play green = plan -> new Play.Seen(OptionalLong.empty(), plan.schedule());

    assertThat(new Shrinker(green, 100).shrink(plan(MANY))).isEmpty();
  }

  private static Shrunk shrink(Plan plan, Predicate<Plan> red, int limit) {
    Play play =
        played -> {
          long at = played.times().warmUp().plusSeconds(2).toNanos();
          OptionalLong nanos = red.test(played) ? OptionalLong.of(at) : OptionalLong.empty();
          return new Play.Seen(nanos, unrolled(played.schedule()));
        };
    return new Shrinker(play, limit).shrink(plan).orElseThrow();
  }

  /** Five rounds, each fault under a name of its own, as a trial executes them. */
  private static Schedule unrolled(Schedule schedule) {
    List<Step> steps = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      String id = "d" + round;
      for (Step step : schedule.steps()) {
        steps.add(
            switch (step) {
              case Step.Inject i -> new Step.Inject(id, i.fault(), i.patience());
              case Step.Heal h -> new Step.Heal(id);
              default -> step;
            });
      }
    }
    return schedule.repeat()
        ? new Schedule(schedule.name(), schedule.about(), schedule.minNodes(), false, steps)
        : schedule;
  }

  private static boolean kills(Plan plan) {
    return plan.schedule().steps().stream()
        .anyMatch(step -> step instanceof Step.Inject i && i.fault() instanceof FaultSpec.Kill);
  }

  private static boolean awaits(Plan plan) {
    return plan.schedule().steps().stream().anyMatch(Step.Await.class::isInstance);
  }

  private static long injections(Schedule schedule) {
    return schedule.steps().stream().filter(Step.Inject.class::isInstance).count();
  }

  private static Plan plan(String schedule) {
    return new PlanBuilder(Schedules.read("test", schedule), 1)
        .on("simulation")
        .main(Duration.ofSeconds(20))
        .build();
  }
}
