package io.quorate.runner.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.file.HistoryWriter;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.runner.conduct.TrialPlans;
import io.quorate.runner.plan.Plan;
import io.quorate.workload.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One seed decides everything: another process gives the same histories and traces. */
class SameSeedEndToEndTest {
  private static final List<String> SCHEDULES =
      List.of("default", "unreliable-kills", "membership-cut", "power-loss-all");

  @TempDir private Path folder;

  @Test
  void twoProcessesGiveTheSameBytes() throws Exception {
    Path here = Files.createDirectory(folder.resolve("here"));
    Path there = Files.createDirectory(folder.resolve("there"));

    play(here);
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            SameSeedEndToEndTest.class.getName(),
            there.toString());
    Process other = new ProcessBuilder(command).inheritIO().start();

    assertThat(other.waitFor()).isZero();
    for (String schedule : SCHEDULES) {
      assertThat(there.resolve(schedule)).hasSameBinaryContentAs(here.resolve(schedule));
      assertThat(Files.readString(there.resolve(schedule + ".digest")))
          .isEqualTo(Files.readString(here.resolve(schedule + ".digest")));
    }
  }

  /** The other process. */
  public static void main(String[] args) throws Exception {
    play(Path.of(args[0]));
  }

  private static void play(Path into) throws Exception {
    for (String schedule : SCHEDULES) {
      Plan plan = Swarm.plan(5, 3, Schedules.named(schedule), "raft");
      Workload workload = TrialPlans.workload(plan);
      Trialled trial = TrialPlayer.play(plan);
      try (HistoryWriter history =
          HistoryWriter.create(into.resolve(schedule), TrialPlans.header(plan, workload))) {
        trial.played().entries().forEach(history::append);
      }
      Files.writeString(
          into.resolve(schedule + ".digest"), Long.toHexString(trial.played().digest()));
    }
  }
}
