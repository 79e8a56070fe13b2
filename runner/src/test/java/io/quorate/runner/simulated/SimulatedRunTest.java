package io.quorate.runner.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Budget;
import io.quorate.checker.Options;
import io.quorate.checker.Verdict;
import io.quorate.checker.judge.Checker;
import io.quorate.checker.model.Models;
import io.quorate.history.Disturbance;
import io.quorate.history.History;
import io.quorate.history.file.HistoryReader;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.results.coverage.CutCoverage;
import io.quorate.results.coverage.CutShape;
import io.quorate.results.coverage.CutWalk;
import io.quorate.runner.Ending;
import io.quorate.runner.Recording;
import io.quorate.runner.conduct.TrialPlans;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import io.quorate.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedRunTest {
  @TempDir private Path folder;

  @Test
  void aSimulatedRunLeavesAHistoryAndNoDoubtOfTheCorrectServer() throws Exception {
    Recording recording = execute(plan("raft", "default", 3));

    assertThat(recording.ending()).isInstanceOf(Ending.Completed.class);
    assertThat(recording.doubts()).isEmpty();
    assertThat(recording.executed().steps()).isNotEmpty();
    assertThat(HistoryReader.read(folder.resolve("history.jsonl")).size()).isGreaterThan(1_000);
  }

  @Test
  void aScheduleThatChoosesTakesOtherWaysEachTime() {
    Recording recording = execute(plan("raft", "everything", 1));

    List<Step> steps = recording.executed().steps();
    assertThat(steps).noneMatch(Step.AnyOf.class::isInstance);
    assertThat(steps)
        .filteredOn(Step.Inject.class::isInstance)
        .extracting(step -> ((Step.Inject) step).fault().getClass().getSimpleName())
        .contains("Cut", "Kill", "Pause");
    assertThat(recording.doubts()).isEmpty();
  }

  /** Of three nodes eight shapes, each behind each other one within eight rounds. */
  @Test
  void theSystematicScheduleLandsEveryCutBehindEveryOtherOne() throws Exception {
    Plan plan = PlanBuilder.of(plan("raft", "systematic", 5)).main(Duration.ofMinutes(5)).build();

    execute(plan);

    History history = HistoryReader.read(folder.resolve("history.jsonl"));
    Set<String> proven =
        history.disturbances().stream()
            .filter(Disturbance::proven)
            .map(Disturbance::id)
            .collect(Collectors.toSet());
    CutCoverage coverage = CutCoverage.of(CutWalk.of(history, proven::contains));
    assertThat(coverage.shapesLanded()).isEqualTo(8).isEqualTo(CutShape.all(3));
    assertThat(coverage.pairs()).hasSize(56).hasSize(coverage.allPairs());
    assertThat(coverage.others() + coverage.leaderless()).isZero();
  }

  @Test
  void aBrokenLawIsADoubtWhateverTheHistorySays() {
    Recording recording = execute(plan("raft:B03", "cold-start-power", 3));

    assertThat(recording.doubts())
        .isNotEmpty()
        .allMatch(doubt -> doubt.startsWith("seen from inside the servers at "));
  }

  @Test
  void aViolationStopsTheRunWhereItIsSeen() throws Exception {
    Plan plan = plan("raft:B07", "isolate-leader", 1);

    Recording recording = execute(plan);

    assertThat(recording.ending())
        .isInstanceOfSatisfying(
            Ending.Stopped.class,
            stopped -> assertThat(stopped.reason()).startsWith("a violation was seen as it "));
    History history = HistoryReader.read(folder.resolve("history.jsonl"));
    Options options = Options.of(Budget.of(60, 64), System::nanoTime);
    assertThat(Checker.check(history, Models.casRegister(), options).overall())
        .isInstanceOf(Verdict.NotLinearizable.class);
    assertThat(history.disturbances())
        .isNotEmpty()
        .allMatch(fault -> fault.untilNanos() != Disturbance.NEVER);
  }

  @Test
  void aPlanMaySayThatItGoesOn() {
    Plan plan = plan("raft:B07", "isolate-leader", 1, Plan.OnViolation.CONTINUE);

    assertThat(execute(plan).ending()).isInstanceOf(Ending.Completed.class);
  }

  private Recording execute(Plan plan) {
    Workload workload = TrialPlans.workload(plan);
    return new SimulatedRun(plan, workload, folder).execute();
  }

  private static Plan plan(String system, String schedule, long seed) {
    return plan(system, schedule, seed, Plan.OnViolation.STOP);
  }

  private static Plan plan(
      String system, String schedule, long seed, Plan.OnViolation onViolation) {
    return new PlanBuilder(Schedules.named(schedule), seed)
        .on("simulation")
        .system(system)
        .nodes(3)
        .main(Duration.ofSeconds(10))
        .onViolation(onViolation)
        .build();
  }
}
