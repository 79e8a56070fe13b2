package io.quorate.runner.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.nemesis.schedule.Schedules;
import io.quorate.results.campaign.TrialLog;
import io.quorate.results.campaign.TrialRecord;
import io.quorate.results.campaign.TrialRecord.Result;
import io.quorate.systems.SystemInfo;
import io.quorate.systems.raft.RaftSystem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignRunTest {
  @TempDir private Path folder;

  @Test
  void aCampaignThatWasKilledPlaysOnlyWhatIsMissing() throws Exception {
    Path file = folder.resolve("trials.jsonl");
    List<TrialRecord> whole = new CampaignRun(plan(2, 9), file, (d, a, t) -> {}).execute(2);
    List<String> lines = Files.readAllLines(file);
    Files.writeString(file, String.join("\n", lines.subList(0, 4)) + "\n{\"sche");

    List<TrialRecord> played = new ArrayList<>();
    List<TrialRecord> again =
        new CampaignRun(plan(2, 9), file, (d, a, trial) -> note(played, trial)).execute(2);

    assertThat(whole).hasSize(8);
    assertThat(played).hasSize(5);
    assertThat(again.stream().map(CampaignRunTest::timeless).toList())
        .containsExactlyInAnyOrderElementsOf(
            whole.stream().map(CampaignRunTest::timeless).toList());
  }

  private static synchronized void note(List<TrialRecord> played, TrialRecord trial) {
    played.add(trial);
  }

  /** All but the wall time, which no seed decides. */
  private static TrialRecord timeless(TrialRecord t) {
    return new TrialRecord(
        t.schedule(),
        t.bug(),
        t.run(),
        t.seed(),
        t.result(),
        t.signs(),
        t.redSeconds(),
        t.virtualSeconds(),
        0,
        t.operations(),
        t.events(),
        t.words(),
        t.cuts());
  }

  @Test
  void aLogOfAnotherCampaignIsNotGoneOnWith() throws Exception {
    Path file = folder.resolve("trials.jsonl");
    TrialLog.create(file, new TrialLog.Head(1, 8, 2, List.of("calm"), List.of("none"))).close();

    CampaignRun run = new CampaignRun(plan(2, 9), file, (d, a, t) -> {});

    assertThatThrownBy(() -> run.execute(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another campaign");
  }

  private static CampaignPlan plan(int runs, long seed) {
    return new CampaignPlan(
        List.of(Schedules.named("isolate-leader"), Schedules.named("kill-leader")),
        List.of(CampaignPlan.CORRECT, "B07"),
        runs,
        seed);
  }

  /** Every line of zoo.csv: this bug, this schedule, this run of a campaign with seed 1. */
  @Test
  void everyBugOfTheZooIsShownByItsScheduleAndSeed() throws Exception {
    List<String> lines =
        new String(
                CampaignRunTest.class.getResourceAsStream("zoo.csv").readAllBytes(),
                StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .toList();
    List<String> silent = new ArrayList<>();
    for (String line : lines) {
      String[] field = line.split(",", -1);
      TrialRecord trial =
          CampaignRun.played(1, Schedules.named(field[1]), field[0], Integer.parseInt(field[2]));
      boolean outside = trial.result() == Result.FOUND;
      if (!trial.signs().contains(field[3]) || outside == field[3].equals("law")) {
        silent.add(line + " gave " + trial.result() + " " + trial.signs());
      }
    }

    assertThat(silent).isEmpty();
    assertThat(lines)
        .extracting(line -> line.substring(0, 3))
        .containsExactlyElementsOf(
            RaftSystem.info().bugs().stream().map(SystemInfo.BugInfo::id).toList());
  }

  /** Two of three servers split their votes for three seconds, where votes take long: bad luck. */
  @Test
  void badLuckInElectionsAccusesNobody() {
    TrialRecord trial =
        CampaignRun.played(1, Schedules.named("everything"), CampaignPlan.CORRECT, 341);

    assertThat(trial.signs()).isEmpty();
  }

  @Test
  void theCorrectServerIsAccusedOfNothingUnderAnySchedule() {
    List<String> accused = new ArrayList<>();
    for (String schedule : Schedules.NAMES) {
      for (int run = 0; run < 2; run++) {
        TrialRecord trial =
            CampaignRun.played(2, Schedules.named(schedule), CampaignPlan.CORRECT, run);
        if (!trial.signs().isEmpty()) {
          accused.add(schedule + " run " + run + ": " + trial.signs() + " " + trial.words());
        }
      }
    }

    assertThat(accused).isEmpty();
  }
}
