package io.quorate.results.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quorate.results.campaign.TrialRecord.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MarginalValueTest {
  private static final List<String> SCHEDULES = List.of("a", "b", "c", "d");
  private static final List<String> BUGS = List.of("B01", "B02", "B03", "B04", "B05");
  private static final int RUNS = 5;

  @Test
  void whatAScheduleAddsIsWhatNoOtherOfTheSetFinds() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 300; round++) {
      Campaign campaign = drawn(random);
      List<String> set = SCHEDULES.stream().filter(name -> random.nextBoolean()).toList();

      for (MarginalValue value : MarginalValue.of(campaign, set)) {
        TreeSet<String> alone = new TreeSet<>(campaign.foundBy(value.schedule()));
        set.stream()
            .filter(other -> !other.equals(value.schedule()))
            .forEach(other -> alone.removeAll(campaign.foundBy(other)));

        assertThat(value.bugs()).as("round %d", round).containsExactlyElementsOf(alone);
        assertThat(value.member()).isEqualTo(set.contains(value.schedule()));
        assertThat(value.seconds().isPresent()).isEqualTo(!alone.isEmpty());
      }
    }
  }

  /** The twin: rounds of trials drawn again and again, timed until one of them finds the bug. */
  @Test
  void theExpectedTimeIsTheMeanOfManyTimesPlayed() {
    SplittableRandom random = new SplittableRandom(6);
    Campaign campaign = drawn(random);
    ScheduleSet set = new ScheduleSet(campaign, SCHEDULES);
    for (String bug : set.found()) {
      double played = 0;
      int times = 40_000;
      for (int i = 0; i < times; i++) {
        played += untilFound(campaign, bug, random);
      }

      double expected = set.expectedSeconds(bug).orElseThrow();
      assertThat(expected).as(bug).isCloseTo(played / times, within(0.03 * expected));
    }
  }

  private static double untilFound(Campaign campaign, String bug, SplittableRandom random) {
    double seconds = 0;
    while (true) {
      for (String schedule : SCHEDULES) {
        TrialRecord trial = campaign.cell(schedule, bug).trials().get(random.nextInt(RUNS));
        if (trial.result() == Result.FOUND) {
          return seconds + trial.redSeconds();
        }
        seconds += trial.virtualSeconds();
      }
    }
  }

  @Test
  void theBestOfAllSetsLosesABugWithEachMember() {
    Campaign campaign = drawn(new SplittableRandom(7));
    List<String> smallest = SmallestSet.of(campaign).schedules();

    assertThat(MarginalValue.of(campaign, smallest))
        .allSatisfy(value -> assertThat(value.bugs().isEmpty()).isNotEqualTo(value.member()));
  }

  @Test
  void aScheduleOfAnotherCampaignIsRefused() {
    Campaign campaign = drawn(new SplittableRandom(8));

    assertThatThrownBy(() -> MarginalValue.of(campaign, List.of("a", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the campaign has no schedule x");
  }

  private static Campaign drawn(SplittableRandom random) {
    List<TrialRecord> trials = new ArrayList<>();
    for (String schedule : SCHEDULES) {
      for (String bug : BUGS) {
        boolean able = random.nextInt(3) == 0;
        for (int run = 0; run < RUNS; run++) {
          boolean found = able && random.nextBoolean();
          boolean says = random.nextInt(4) > 0;
          trials.add(
              new TrialRecord(
                  schedule,
                  bug,
                  run,
                  7,
                  found ? Result.FOUND : says ? Result.CLEAN : Result.INCONCLUSIVE,
                  List.of(),
                  found ? 1 + random.nextInt(5) : -1,
                  9,
                  0.01,
                  100,
                  1000,
                  "",
                  ""));
        }
      }
    }
    return new Campaign(new TrialLog.Head(1, 7, RUNS, SCHEDULES, BUGS), trials);
  }
}
