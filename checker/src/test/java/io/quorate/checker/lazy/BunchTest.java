package io.quorate.checker.lazy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.search.Memory;
import org.junit.jupiter.api.Test;

class BunchTest {
  private static final int WIDTH = 3;
  private static final int MANY = 10_000;

  @Test
  void eachConfigurationIsThereOnceWithTheStepThatCameFirst() {
    Bunch bunch = new Bunch(WIDTH, new Memory(1 << 24));

    for (int i = 0; i < MANY; i++) {
      assertThat(bunch.add(configuration(i), 1, i)).as("new %d", i).isTrue();
    }
    for (int i = 0; i < MANY; i++) {
      assertThat(bunch.add(configuration(i), 1, -i)).as("known %d", i).isFalse();
    }

    assertThat(bunch.size()).isEqualTo(MANY);
    assertThat(bunch.full()).isFalse();
    assertThat(bunch.steps()[MANY - 1]).isEqualTo(MANY - 1);
    assertThat(bunch.words()[bunch.at(7) + 2]).isEqualTo(7L << 40);
  }

  @Test
  void whatIsKeptKeepsItsStep() {
    Bunch bunch = new Bunch(WIDTH, new Memory(1 << 24));
    for (int i = 0; i < 100; i++) {
      bunch.add(configuration(i), 1, 1000 + i);
    }

    bunch.keep(new int[] {3, 50, 99}, 3);

    assertThat(bunch.size()).isEqualTo(3);
    assertThat(bunch.steps()).startsWith(1003, 1050, 1099);
    assertThat(bunch.words()[bunch.at(1) + 2]).isEqualTo(50L << 40);
    bunch.clear();
    assertThat(bunch.add(configuration(50), 1, 0)).as("none is left").isTrue();
  }

  @Test
  void itReservesWhatItsArraysTakeAndGivesAllOfItBack() {
    Memory memory = new Memory(1 << 24);
    Bunch bunch = new Bunch(WIDTH, memory);
    for (int i = 0; i < MANY; i++) {
      bunch.add(configuration(i), 1, i);
    }

    long arrays = 8L * bunch.words().length + 4L * bunch.steps().length;
    assertThat(memory.peak()).isGreaterThan(arrays + 4L * MANY);
    bunch.close();
    assertThat(memory.reserve(memory.limit())).isTrue();
    assertThat(memory.reserve(1)).isFalse();
  }

  @Test
  void withoutMemoryItIsFullAndTakesNothingMore() {
    Bunch bunch = new Bunch(WIDTH, new Memory(2_000));

    int taken = 0;
    for (int i = 0; i < MANY; i++) {
      taken += bunch.add(configuration(i), 1, i) ? 1 : 0;
    }

    assertThat(bunch.full()).isTrue();
    assertThat(taken).isBetween(1, 2_000 / (8 * WIDTH + 24)).isEqualTo(bunch.size());
  }

  /** A configuration that begins at the second word; the first and last look alike. */
  private static long[] configuration(int i) {
    return new long[] {99, 7, i % 2, (long) i << 40};
  }
}
