package io.quorate.runner.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.nemesis.Step;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.results.RoleSample;
import io.quorate.results.campaign.Campaign;
import io.quorate.results.campaign.LocalLog;
import io.quorate.results.campaign.LocalTry;
import io.quorate.results.campaign.TrialLog;
import io.quorate.results.campaign.TrialRecord;
import io.quorate.runner.live.Progress;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import io.quorate.simulation.cluster.Led;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is played on real processes, and what is refused with its reason. */
class RealTrialsTest {
  @TempDir private Path root;
  private final List<LocalTry> told = new ArrayList<>();

  @Test
  void aScheduleThatNeedsVirtualTimeIsRefusedOnceWithItsReason() throws Exception {
    Plan plan = RealPlans.asItIs(plan("power-loss-all"));

    List<LocalTry> first = trials().play("B15", plan, 3);
    List<LocalTry> again = trials().play("B15", plan, 3);

    assertThat(first)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.result()).isEqualTo(LocalTry.Result.IMPOSSIBLE);
          assertThat(one.words())
              .isEqualTo(
                  "needs power losses, slow disks, which no world of real processes has so far");
        });
    assertThat(again).isEqualTo(first).isEqualTo(LocalLog.read(log()));
    assertThat(told).hasSize(1);
  }

  @Test
  void aBugThatNothingShowsIsNotedAndNotTried() throws Exception {
    TrialLog.Head head =
        new TrialLog.Head(1, 1, 1, List.of("power-loss-all"), List.of("B05", "B15"));
    Campaign campaign =
        new Campaign(
            head,
            List.of(
                trial("B05", TrialRecord.Result.CLEAN), trial("B15", TrialRecord.Result.FOUND)));

    new LocalZoo(campaign, trials(), 2, Duration.ofSeconds(5)).execute();

    assertThat(LocalLog.read(log()))
        .extracting(LocalTry::bug, LocalTry::result)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("B05", LocalTry.Result.UNTRIED),
            org.assertj.core.groups.Tuple.tuple("B15", LocalTry.Result.IMPOSSIBLE));
  }

  @Test
  void aStoppedSeriesBeginsNothing() throws Exception {
    RealTrials trials = trials();
    trials.stop();

    assertThat(trials.play("B07", RealPlans.asItIs(plan("calm")), 3)).isEmpty();
    assertThat(LocalLog.read(log())).isEmpty();
  }

  @Test
  void aPlanKeepsWhatItAsksAndHasTimeToStart() {
    Plan shrunk = PlanBuilder.of(plan("kill-one")).readyWithin(Duration.ofSeconds(1)).build();

    Plan real = RealPlans.asItIs(shrunk);
    Plan longer = RealPlans.longer(shrunk, Duration.ofSeconds(9));

    assertThat(real.on()).isEqualTo("local");
    assertThat(real.rate()).isEqualTo(shrunk.rate());
    assertThat(real.times().main()).isEqualTo(shrunk.times().main());
    assertThat(real.times().readyWithin()).isGreaterThan(Duration.ofSeconds(5));
    assertThat(longer.times().main()).isEqualTo(Duration.ofSeconds(9));
    assertThat(longer.rate()).isGreaterThanOrEqualTo(100);
    assertThat(longer.nodes()).isEqualTo(shrunk.nodes());
  }

  @Test
  void whatIsLeftOfATrialIsPlayedAgainAndAgain() {
    Plan small = plan("kill-one");

    Plan real = RealPlans.again(small, Duration.ofSeconds(9));

    List<Step> steps = real.schedule().steps();
    assertThat(real.schedule().repeat()).isTrue();
    assertThat(steps.getFirst()).isInstanceOf(Step.Wait.class);
    assertThat(steps.subList(1, steps.size() - 1)).isEqualTo(small.schedule().steps());
    assertThat(steps.getLast()).isInstanceOf(Step.Wait.class);
    assertThat(real.times().main()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void aReignLastsFromTheFirstToTheLastTimeThatANodeSaidSo() {
    List<Led> reigns =
        Reigns.seen(
            List.of(
                said("n1", 1, RoleSample.LEADER, 1),
                said("n2", 1, "follower", 1),
                said("n1", 2, RoleSample.LEADER, 1),
                said("n2", 2, RoleSample.LEADER, 2),
                said("n1", 3, "unknown", 0),
                said("n2", 3, RoleSample.LEADER, 2),
                said("n1", 4, RoleSample.LEADER, 3)));

    assertThat(reigns)
        .containsExactlyInAnyOrder(
            new Led("n1", 1, 1, 2), new Led("n1", 3, 4, 4), new Led("n2", 2, 2, 3));
  }

  private static RoleSample said(String node, long at, String role, long term) {
    return new RoleSample(node, at, role, term);
  }

  private RealTrials trials() {
    return new RealTrials(root, log(), Progress.SILENT, told::add);
  }

  private Path log() {
    return root.resolve("local.jsonl");
  }

  private static TrialRecord trial(String bug, TrialRecord.Result result) {
    return new TrialRecord(
        "power-loss-all", bug, 0, 1, result, List.of("history"), 1, 8, 0.1, 100, 1_000, "", "");
  }

  private static Plan plan(String schedule) {
    return new PlanBuilder(Schedules.named(schedule), 1)
        .on("simulation")
        .system("raft:B07")
        .nodes(3)
        .rate(20)
        .main(Duration.ofSeconds(2))
        .build();
  }
}
