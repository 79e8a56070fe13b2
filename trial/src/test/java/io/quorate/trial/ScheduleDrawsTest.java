package io.quorate.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.nemesis.FaultSpec;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.Step;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.nemesis.schedule.WilliamsDesign;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleDrawsTest {
  private static final List<String> THREE = nodes(3);

  @Test
  void aSeedChoosesWaysAndWaitsAndOtherSeedsOthers() {
    Schedule everything = Schedules.named("everything");
    Set<List<Step>> rounds = new HashSet<>();
    for (long seed = 0; seed < 50; seed++) {
      Schedule round = ScheduleDraws.firstRound(everything, THREE, seed);

      assertThat(round).isEqualTo(ScheduleDraws.firstRound(everything, THREE, seed));
      assertThat(round.steps()).hasSizeGreaterThan(2).noneMatch(Step.AnyOf.class::isInstance);
      assertThat(round.steps())
          .filteredOn(Step.Wait.class::isInstance)
          .allMatch(step -> step instanceof Step.Wait w && w.least().equals(w.most()));
      rounds.add(round.steps());
    }

    assertThat(rounds).hasSizeGreaterThan(40);
  }

  @Test
  void theSeedDrawsWhereInTheDesignOfAllWaysThatFitTheFirstRoundBegins() {
    Schedule systematic = Schedules.named("systematic");
    for (int size = 3; size <= 7; size++) {
      List<String> nodes = nodes(size);
      int ways = 4 * (size - 1);
      Set<List<FaultSpec>> orders = new HashSet<>();
      for (long seed = 0; seed < 6_000; seed++) {
        Schedule round = ScheduleDraws.firstRound(systematic, nodes, seed);
        List<FaultSpec> order =
            round.steps().stream()
                .filter(Step.Inject.class::isInstance)
                .map(step -> ((Step.Inject) step).fault())
                .toList();
        orders.add(order);

        assertThat(order).hasSizeBetween(1, ways).doesNotHaveDuplicates();
        assertThat(Schedules.fits(round, nodes)).isTrue();
      }

      assertThat(orders).as("%d nodes", size).hasSize(WilliamsDesign.rows(ways) * ways);
    }
  }

  private static List<String> nodes(int size) {
    return IntStream.rangeClosed(1, size).mapToObj(i -> "n" + i).toList();
  }
}
