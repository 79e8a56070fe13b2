package io.quorate.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private final Agenda agenda = new Agenda();
  private final List<String> done = new ArrayList<>();

  @Test
  void thingsHappenInTheOrderOfTimeAndOfPlanning() {
    agenda.after(20, () -> done.add("late at " + agenda.now()));
    agenda.after(10, () -> done.add("first at " + agenda.now()));
    agenda.after(10, () -> done.add("second at " + agenda.now()));

    while (agenda.next()) {}

    assertThat(done).containsExactly("first at 10", "second at 10", "late at 20");
  }

  @Test
  void whatIsPlannedMeanwhileTakesItsTurn() {
    agenda.after(
        10,
        () -> {
          agenda.after(0, () -> done.add("at once"));
          agenda.after(5, () -> done.add("then"));
        });
    agenda.after(10, () -> done.add("planned before"));

    while (agenda.next()) {}

    assertThat(done).containsExactly("planned before", "at once", "then");
  }
}
