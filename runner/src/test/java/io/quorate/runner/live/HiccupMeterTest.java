package io.quorate.runner.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the toolkit stands still it says so; a late wake-up is no stall. */
class HiccupMeterTest {
  private static final long MS = 1_000_000;

  private final List<List<Long>> stalls = new ArrayList<>();
  private long clock = 1_000 * MS;

  @Test
  void aThreadKeptFromRunningIsReportedFromWhenItShouldHaveRunUntilItRan() {
    measure(1, 51, 1);

    assertThat(stalls).containsExactly(List.of(1_002 * MS, 1_052 * MS));
  }

  @Test
  void everyStallIsReportedOnItsOwn() {
    measure(100, 1, 31);

    assertThat(stalls)
        .containsExactly(List.of(1_001 * MS, 1_100 * MS), List.of(1_102 * MS, 1_132 * MS));
  }

  @Test
  void aWakeUpThatIsALittleLateIsNoStall() {
    measure(1, 2, 21, 1);

    assertThat(stalls).isEmpty();
  }

  @Test
  void theThresholdIsToBeExceeded() {
    measure(1 + HiccupMeter.REPORTED_NANOS / MS + 1);

    assertThat(stalls).hasSize(1);
  }

  /** Lets the meter's parks last that many milliseconds, one after another. */
  private void measure(long... millis) {
    Deque<Long> left = new ArrayDeque<>();
    for (long each : millis) {
      left.add(each);
    }
    List<HiccupMeter> meters = new ArrayList<>();
    HiccupMeter meter =
        new HiccupMeter(
            (from, to) -> stalls.add(List.of(from, to)),
            () -> clock,
            nanos -> {
              clock += left.remove() * MS;
              if (left.isEmpty()) {
                meters.getFirst().close();
              }
            });
    meters.add(meter);
    meter.measure();
  }
}
