package io.quorate.results.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.results.campaign.TrialRecord.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignTest {
  private static final TrialLog.Head HEAD =
      new TrialLog.Head(1, 7, 4, List.of("cuts", "kills", "calm"), List.of("none", "B01", "B02"));

  @TempDir private Path folder;

  @Test
  void aKilledCampaignGoesOnBehindItsLastWholeLine() throws IOException {
    Path file = folder.resolve("trials.jsonl");
    TrialLog.create(file, HEAD).append(trial("cuts", "B01", 0, Result.FOUND, 2.5));
    Files.writeString(file, Files.readString(file) + "{\"schedule\":\"cu");

    assertThat(TrialLog.read(file).trials()).hasSize(1);
    TrialLog.resume(file).append(trial("cuts", "B01", 1, Result.CLEAN, -1));

    TrialLog.Read read = TrialLog.read(file);
    assertThat(read.head()).isEqualTo(HEAD);
    assertThat(read.trials())
        .containsExactly(
            trial("cuts", "B01", 0, Result.FOUND, 2.5), trial("cuts", "B01", 1, Result.CLEAN, -1));
  }

  @Test
  void whatIsNoLogOfACampaignIsRefusedWithItsLine() throws IOException {
    Path file = folder.resolve("trials.jsonl");
    TrialLog.create(file, HEAD).close();
    Files.writeString(file, Files.readString(file) + "[]\n");

    assertThatThrownBy(() -> TrialLog.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("line 2")
        .doesNotContain("\n");
  }

  @Test
  void aCellTellsFoundCleanAndInconclusiveApart() {
    Cell cell =
        new Cell(
            "cuts",
            "B01",
            List.of(
                trial("cuts", "B01", 0, Result.FOUND, 2),
                trial("cuts", "B01", 1, Result.CLEAN, -1),
                trial("cuts", "B01", 2, Result.INCONCLUSIVE, -1),
                trial("cuts", "B01", 3, Result.FOUND, 4)));

    assertThat(cell.share().hits()).isEqualTo(2);
    assertThat(cell.share().trials()).isEqualTo(3);
    assertThat(cell.worst().observed()).isEqualTo(0.5);
    assertThat(cell.best().observed()).isEqualTo(0.75);
    assertThat(cell.curve().median()).hasValue(4);
    assertThat(cell.secondsSpent()).isEqualTo(2 + 10 + 10 + 4);
  }

  @Test
  void theMatrixAsATerminalShowsIt() {
    assertThat(MatrixText.of(campaign(), List.of()))
        .isEqualTo(
            """
              1  cuts
              2  kills
              3  calm
                            1          2          3
            none            .          .          .
            B01           3/4          .          .
            B02             .      1/2?2        .+1

            found of conclusive trials; +n seen from inside only, ?n inconclusive

            rank schedule                 bugs found   mean share   seconds a find
               1 cuts                       1 of 2           38 %               20
               2 kills                      1 of 2           25 %               73
               3 calm                       0 of 2            0 %          no find

            2 of 2 bugs were found from outside
            the smallest set that finds these: cuts, kills
            one schedule less or more in this set, played in turn until a bug shows; expected
            seconds under test to the bugs it alone finds, and to the others without and with it
                                        bugs   to these    without       with
              - cuts                      -1        6.3       33.0       73.0  B01
              - kills                     -1       33.0        6.3        9.7  B02
              + calm                      +0       none       41.3       58.0
            the correct server: 0 false alarms in 12 trials
            0 violations in 4 conclusive runs of cuts: at 95 % confidence (one-sided) it shows a\
             violation in under 52.8 % of runs; the schedule finds 1 of 2 known bugs.\
            """);
  }

  @Test
  void theCutsOfAllTrialsOfAScheduleAreCountedTogether() throws IOException {
    List<TrialRecord> trials = new ArrayList<>();
    for (String cuts : List.of("3 deaf:1 deaf:2 both-ways:1", "3 deaf:2 deaf:1", "", "5 other")) {
      trials.add(
          new TrialRecord(
              "cuts",
              "B01",
              trials.size(),
              7,
              Result.CLEAN,
              List.of(),
              -1,
              10,
              0.01,
              100,
              1000,
              "",
              cuts));
    }
    Campaign campaign = new Campaign(HEAD, trials);

    assertThat(MatrixText.of(campaign, List.of()))
        .endsWith(
            "\nmost cuts in two of 3 nodes: cuts landed 3 of 8, and 3 of 56 behind one another");
    assertThat(CampaignFile.text(campaign, List.of()))
        .contains("\"pairsLanded\" : 3", "\"others\" : 1");
  }

  @Test
  void linesOfAnEarlierBuildHaveNoCuts() throws IOException {
    Path file = folder.resolve("trials.jsonl");
    TrialLog.create(file, HEAD).append(trial("cuts", "B01", 0, Result.FOUND, 2.5));
    Files.writeString(file, Files.readString(file).replace(",\"cuts\":\"\"", ""));

    assertThat(Files.readString(file)).doesNotContain("\"cuts\":");
    assertThat(TrialLog.read(file).trials())
        .containsExactly(trial("cuts", "B01", 0, Result.FOUND, 2.5));
  }

  @Test
  void anAccusedCorrectServerIsAFalseAlarm() {
    List<TrialRecord> trials = new ArrayList<>(trials());
    trials.add(trial("calm", "none", 9, Result.FOUND, 1));

    Campaign campaign = new Campaign(HEAD, trials);

    assertThat(campaign.falseAlarms()).hasSize(1);
    assertThat(MatrixText.of(campaign, List.of()))
        .contains("1 false alarms in 13 trials", "calm run 9");
  }

  @Test
  void theFileForMachinesHasEveryCell() throws IOException {
    assertThat(CampaignFile.text(campaign(), List.of()))
        .contains("\"falseAlarms\" : 0", "\"missed\" : [ ]", "\"exact\" : true")
        .contains("\"set\" : [ \"cuts\", \"kills\" ]", "\"secondsWithout\" : 33.0")
        .containsPattern("\"schedule\" : \"kills\",\\s+\"bug\" : \"B02\",\\s+\"found\" : 1");
  }

  @Test
  void theSmallestSetIsTheSmallestThereIs() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 300; round++) {
      int schedules = 1 + random.nextInt(7);
      int bugs = 1 + random.nextInt(8);
      Campaign campaign = drawn(random, schedules, bugs);

      SmallestSet found = SmallestSet.of(campaign);

      assertThat(found.exact()).isTrue();
      assertThat(found.schedules()).as("round %d", round).hasSize(fewest(campaign));
    }
  }

  private static int fewest(Campaign campaign) {
    List<String> schedules = campaign.schedules();
    int fewest = schedules.size();
    for (int members = 0; members < 1 << schedules.size(); members++) {
      BitSet covered = new BitSet();
      for (int i = 0; i < schedules.size(); i++) {
        for (int bug = 0; (members >> i & 1) == 1 && bug < campaign.bugs().size(); bug++) {
          if (campaign.cell(schedules.get(i), campaign.bugs().get(bug)).found() > 0) {
            covered.set(bug);
          }
        }
      }
      int all = campaign.bugs().size() - campaign.missed().size();
      if (covered.cardinality() == all) {
        fewest = Math.min(fewest, Integer.bitCount(members));
      }
    }
    return fewest;
  }

  private static Campaign drawn(SplittableRandom random, int schedules, int bugs) {
    List<String> names = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    List<TrialRecord> trials = new ArrayList<>();
    for (int bug = 0; bug < bugs; bug++) {
      ids.add("B" + bug);
    }
    for (int schedule = 0; schedule < schedules; schedule++) {
      names.add("s" + schedule);
      for (String bug : ids) {
        Result result = random.nextInt(3) == 0 ? Result.FOUND : Result.CLEAN;
        trials.add(trial("s" + schedule, bug, 0, result, 1));
      }
    }
    return new Campaign(new TrialLog.Head(1, 1, 1, names, ids), trials);
  }

  private static Campaign campaign() {
    return new Campaign(HEAD, trials());
  }

  private static List<TrialRecord> trials() {
    List<TrialRecord> trials = new ArrayList<>();
    for (int run = 0; run < 4; run++) {
      for (String schedule : HEAD.schedules()) {
        trials.add(trial(schedule, "none", run, Result.CLEAN, -1));
        trials.add(
            schedule.equals("cuts") && run < 3
                ? trial(schedule, "B01", run, Result.FOUND, 2 + run)
                : trial(schedule, "B01", run, Result.CLEAN, -1));
      }
      trials.add(trial("cuts", "B02", run, Result.CLEAN, -1));
      trials.add(trial("kills", "B02", run, List.of(Result.FOUND, Result.CLEAN).get(run % 2), 3));
      trials.add(trial("calm", "B02", run, Result.CLEAN, -1));
    }
    trials.removeIf(t -> t.schedule().equals("kills") && t.bug().equals("B02") && t.run() > 1);
    trials.add(trial("kills", "B02", 2, Result.INCONCLUSIVE, -1));
    trials.add(trial("kills", "B02", 3, Result.INCONCLUSIVE, -1));
    TrialRecord inside = trial("calm", "B02", 3, Result.CLEAN, -1);
    trials.remove(inside);
    trials.add(
        new TrialRecord(
            "calm", "B02", 3, 7, Result.CLEAN, List.of("law"), -1, 10, 0.01, 100, 1000, "", ""));
    return trials;
  }

  private static TrialRecord trial(
      String schedule, String bug, int run, Result result, double redSeconds) {
    List<String> signs = result == Result.FOUND ? List.of("history") : List.of();
    return new TrialRecord(
        schedule, bug, run, 7, result, signs, redSeconds, 10, 0.01, 100, 1000, "", "");
  }
}
