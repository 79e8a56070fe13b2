package io.quorate.simulation.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeClockTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void aClockThatRunsFastShowsMoreAndItsTimersComeEarly() {
    NodeClock clock = new NodeClock();
    clock.run(SECOND, 1_100_000);

    assertThat(clock.shows(SECOND)).isEqualTo(SECOND);
    assertThat(clock.shows(2 * SECOND)).isEqualTo(SECOND + SECOND * 11 / 10);
    assertThat(clock.takes(SECOND * 11 / 10)).isEqualTo(SECOND);
  }

  @Test
  void aNewRateNeverTurnsItBack() {
    NodeClock clock = new NodeClock();
    clock.run(0, 2_000_000);
    long before = clock.shows(SECOND);
    clock.run(SECOND, 500_000);

    assertThat(clock.shows(SECOND)).isEqualTo(before);
    assertThat(clock.shows(3 * SECOND)).isEqualTo(before + SECOND);
  }
}
