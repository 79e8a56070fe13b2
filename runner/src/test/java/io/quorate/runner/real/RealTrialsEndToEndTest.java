package io.quorate.runner.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.nemesis.schedule.Schedules;
import io.quorate.results.campaign.LocalLog;
import io.quorate.results.campaign.LocalTry;
import io.quorate.runner.live.Progress;
import io.quorate.runner.plan.PlanBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers on this machine's loopback. */
class RealTrialsEndToEndTest {
  @TempDir private Path root;

  @Test
  void aBugThatNeedsNoLuckShowsAndTheCorrectServerDoesNot() throws Exception {
    Path log = root.resolve("local.jsonl");
    List<LocalTry> told = new ArrayList<>();
    RealTrials trials = new RealTrials(root, log, Progress.SILENT, told::add);
    PlanBuilder plan =
        new PlanBuilder(Schedules.named("isolate-leader"), 1)
            .nodes(3)
            .readyWithin(Duration.ofSeconds(60))
            .warmUp(Duration.ofMillis(500))
            .main(Duration.ofSeconds(8))
            .recovery(Duration.ofSeconds(2));

    trials.play("B07", plan.system("raft:B07").build(), 1);
    trials.play("none", plan.system("raft").main(Duration.ofSeconds(4)).build(), 1);

    assertThat(told).isEqualTo(LocalLog.read(log)).hasSize(2);
    assertThat(told.get(0).result()).as(told.get(0).toString()).isEqualTo(LocalTry.Result.SHOWN);
    assertThat(told.get(0).signs()).contains("history").doesNotContain("law", "stopped");
    assertThat(told.get(1).result()).as(told.get(1).toString()).isNotEqualTo(LocalTry.Result.SHOWN);
    assertThat(told.get(1).signs()).isEmpty();
    assertThat(Files.exists(root.resolve(told.get(0).folder()).resolve("history.jsonl"))).isTrue();
  }
}
