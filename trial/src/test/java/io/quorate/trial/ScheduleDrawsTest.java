package io.quorate.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.schedule.Schedules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleDrawsTest {
  @Test
  void aSeedChoosesWaysAndWaitsAndOtherSeedsOthers() {
    Schedule everything = Schedules.named("everything");
    Set<List<Step>> rounds = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      Schedule round = ScheduleDraws.firstRound(everything, seed);

      assertThat(round).isEqualTo(ScheduleDraws.firstRound(everything, seed));
      assertThat(round.steps()).hasSizeGreaterThan(2).noneMatch(Step.AnyOf.class::isInstance);
      assertThat(round.steps())
          .filteredOn(Step.Wait.class::isInstance)
          .allMatch(step -> step instanceof Step.Wait w && w.least().equals(w.most()));
      rounds.add(round.steps());
    }

    assertThat(rounds).hasSizeGreaterThan(40);
  }
}
