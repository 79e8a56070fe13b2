package io.quorate.runner.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quorate.cluster.Capabilities;
import io.quorate.cluster.Capability;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.runner.PlanRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A schedule is refused where its world lacks what it needs, and nowhere else. */
class NeedsTest {
  @ParameterizedTest
  @CsvSource({
    "isolate-leader, CUT_LINKS",
    "majorities-ring, CUT_LINKS",
    "one-way-out, CUT_LINKS",
    "kill-one, KILL",
    "pause-leader, PAUSE"
  })
  void whatTheWorldLacksRefusesTheScheduleThatNeedsIt(String schedule, Capability lacking) {
    Capabilities world = Capabilities.without(Map.of(lacking, "only root may do that"));

    assertThatExceptionOfType(PlanRefused.class)
        .isThrownBy(() -> Needs.require(Schedules.named(schedule), world))
        .withMessage("schedule " + schedule + " cannot run here: only root may do that");
  }

  @Test
  void whatTheWorldLacksRefusesNoOtherSchedule() {
    Capabilities world = Capabilities.without(Map.of(Capability.PAUSE, "no signals here"));

    assertThatCode(() -> Needs.require(Schedules.named("kill-one"), world))
        .doesNotThrowAnyException();
  }

  @Test
  void onlyACalmScheduleNeedsNothing() {
    assertThat(Schedules.all())
        .filteredOn(schedule -> !Needs.anyFault(schedule))
        .extracting(Schedule::name)
        .containsExactly("calm");
  }
}
