package io.quorate.checker.lazy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.search.Memory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrailTest {
  private static final int LONG = 100_000;

  @Test
  void theStepsToAConfigurationAreToldFromTheFirst() {
    Trail trail = Trail.noting(new Memory(1 << 20));
    int first = trail.add(Trail.START, 5, 10);
    int aside = trail.add(first, 6, 11);
    int last = trail.add(first, ~2, Trail.HIDDEN);

    assertThat(trail.to(last)).containsExactly(first, last);
    assertThat(trail.to(aside)).containsExactly(first, aside);
    assertThat(trail.to(Trail.START)).isEmpty();
    assertThat(trail.writer(last)).isEqualTo(~2);
    assertThat(trail.position(last)).isEqualTo(Trail.HIDDEN);
    assertThat(trail.position(aside)).isEqualTo(11);
  }

  @Test
  void compactedItKeepsWhatLedToWhatIsKept() {
    Memory memory = new Memory(1 << 18);
    Trail trail = Trail.noting(memory);
    int[] kept = {Trail.START};
    for (int i = 0; i < LONG; i++) {
      trail.add(kept[0], -7, i);
      kept[0] = trail.add(i % 1000 == 0 ? kept[0] : before(trail, kept[0]), i, i);
      trail.add(kept[0], -8, i);
      if (trail.crowded()) {
        compact(trail, kept);
      }
    }

    compact(trail, kept);

    int[] steps = trail.to(kept[0]);
    assertThat(trail.on()).isTrue();
    assertThat(steps).hasSize(LONG / 1000);
    assertThat(Arrays.stream(steps).map(trail::writer)).contains(999, 50_999, LONG - 1);
    assertThat(steps).isSorted().startsWith(0).endsWith(LONG / 1000 - 1);
    assertThat(trail.crowded()).isFalse();
  }

  private static int before(Trail trail, int step) {
    int[] steps = trail.to(step);
    return steps.length < 2 ? Trail.START : steps[steps.length - 2];
  }

  private static void compact(Trail trail, int[] kept) {
    int[] none = {Trail.START};
    trail.keep(kept, 1);
    trail.keep(none, 1);
    trail.compact();
    trail.renumber(kept, 1);
    trail.renumber(none, 1);
    trail.settle();
    assertThat(none).containsExactly(Trail.START);
  }

  @Test
  void withoutMemoryItIsLostAndGivesBackWhatItHad() {
    Memory memory = new Memory(200_000);
    Trail trail = Trail.noting(memory);
    int last = Trail.START;
    int noted = 0;
    while (trail.on()) {
      last = trail.add(last, 1, noted++);
    }

    assertThat(noted).isGreaterThan(8_000).isLessThan(200_000 / 16);
    assertThat(trail.add(last, 1, 1)).isEqualTo(Trail.START);
    assertThat(memory.reserve(200_000)).isTrue();
    assertThat(memory.reserve(1)).isFalse();
    assertThat(Trail.none().on()).isFalse();
  }
}
