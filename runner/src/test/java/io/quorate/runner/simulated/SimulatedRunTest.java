package io.quorate.runner.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.RandomStream;
import io.quorate.history.file.HistoryReader;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.runner.Ending;
import io.quorate.runner.Recording;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import io.quorate.workload.Workload;
import io.quorate.workload.library.Workloads;
import java.nio.file.Path;
import java.time.Duration;
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
  void aBrokenLawIsADoubtWhateverTheHistorySays() {
    Recording recording = execute(plan("raft:B03", "cold-start-power", 3));

    assertThat(recording.doubts())
        .isNotEmpty()
        .allMatch(doubt -> doubt.startsWith("seen from inside the servers at "));
  }

  private Recording execute(Plan plan) {
    Workload workload =
        Workloads.named(plan.workload(), plan.options(), RandomStream.of(plan.seed(), "workload"))
            .orElseThrow();
    return new SimulatedRun(plan, workload, folder).execute();
  }

  private static Plan plan(String system, String schedule, long seed) {
    return new PlanBuilder(Schedules.named(schedule), seed)
        .on("simulation")
        .system(system)
        .nodes(3)
        .main(Duration.ofSeconds(10))
        .build();
  }
}
