package io.quorate.simulation.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Link;
import io.quorate.history.RandomStream;
import io.quorate.simulation.Agenda;
import io.quorate.simulation.Conditions;
import io.quorate.simulation.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WiresTest {
  private static final Link THERE = new Link("n1", "n2");
  private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

  private final Agenda agenda = new Agenda();
  private final List<Integer> arrived = new ArrayList<>();

  @Test
  void whatIsSentArrivesLaterAndInOrder() {
    Wires wires = wires(Conditions.usual());

    HUNDRED.forEach(number -> wires.carry(THERE, () -> arrived.add(number)));
    assertThat(arrived).isEmpty();
    run();

    assertThat(arrived).isEqualTo(HUNDRED);
    assertThat(agenda.now()).isGreaterThan(Conditions.usual().leastDelayNanos());
  }

  @Test
  void aCutStopsItsLinkAloneAndWhatWaitedArrivesAfterTheHeal() {
    Wires wires = wires(Conditions.usual());
    wires.cut("f1", List.of(THERE));

    wires.carry(THERE, () -> arrived.add(1));
    wires.carry(THERE.reversed(), () -> arrived.add(2));
    run();
    assertThat(arrived).containsExactly(2);
    wires.lift("f1");
    run();

    assertThat(arrived).containsExactly(2, 1);
  }

  @Test
  void whatIsUnderWayWhenTheCutComesDoesNotArriveEither() {
    Wires wires = wires(Conditions.usual());
    wires.carry(THERE, () -> arrived.add(1));

    wires.cut("f1", List.of(THERE));
    run();

    assertThat(arrived).isEmpty();
  }

  @Test
  void aLinkCutTwiceHealsWithTheSecondLift() {
    Wires wires = wires(Conditions.usual());
    wires.cut("f1", List.of(THERE));
    wires.cut("f2", List.of(THERE));

    wires.lift("f1");
    assertThat(wires.isCut(THERE)).isTrue();
    wires.lift("f2");

    assertThat(wires.isCut(THERE)).isFalse();
  }

  @Test
  void aSlowedLinkTakesAtLeastItsDelay() {
    Wires wires = wires(Conditions.usual());
    wires.slow("f1", List.of(THERE), 30_000_000, 0);

    wires.carry(THERE, () -> arrived.add(1));
    run();

    assertThat(agenda.now()).isGreaterThan(30_000_000);
  }

  @Test
  void aNoisyLinkLosesDoublesAndReordersMessagesButNoStream() {
    Wires wires = wires(Conditions.usual());
    wires.disturb("f1", List.of(THERE), new Noise(200, 200, 500, 50_000_000));

    HUNDRED.forEach(number -> wires.carryMessage(THERE, () -> arrived.add(number)));
    run();
    assertThat(arrived).isNotEqualTo(arrived.stream().sorted().toList());
    assertThat(arrived).hasSizeGreaterThan((int) arrived.stream().distinct().count());
    assertThat(arrived).doesNotContainSequence(HUNDRED);

    arrived.clear();
    HUNDRED.forEach(number -> wires.carry(THERE, () -> arrived.add(number)));
    run();
    assertThat(arrived).isEqualTo(HUNDRED);
  }

  @Test
  void soManyMessagesOfANoisyLinkComeLateAndNotLaterThanSaid() {
    Wires wires = wires(Conditions.usual());
    wires.disturb("f1", List.of(THERE), new Noise(0, 0, 200, 3_000_000_000L));

    long sent = agenda.now();
    HUNDRED.forEach(number ->
        wires.carryMessage(
            THERE,
            () -> {
              if (agenda.now() - sent > wires.usualNanos()) {
                arrived.add(number);
              }
            }));
    run();

    assertThat(arrived).hasSizeBetween(8, 35);
    assertThat(agenda.now() - sent).isBetween(1_500_000_000L, 3_010_000_000L);
  }

  private Wires wires(Conditions conditions) {
    return new Wires(agenda, conditions, new Draws(RandomStream.of(3, "wires")));
  }

  private void run() {
    while (agenda.next()) {}
  }
}
