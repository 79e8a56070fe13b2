package io.quorate.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  @Test
  void bitsAreThoseOfTheSplittableRandomOfTheJdk() {
    var ours = new RandomStream(42);
    var theirs = new java.util.SplittableRandom(42);

    for (int i = 0; i < 1_000; i++) {
      assertThat(ours.bits()).isEqualTo(theirs.nextLong());
      ours = ours.next();
    }
  }

  @Test
  void aSeedAndANameGiveTheSameNumbersInEveryProgram() {
    RandomStream stream = RandomStream.of(7, "workload");
    List<Long> drawn = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      drawn.add(stream.below(1_000));
      stream = stream.next();
    }

    assertThat(drawn).containsExactly(593L, 486L, 28L, 992L, 713L, 770L, 877L, 589L);
  }

  @Test
  void readingAPositionDoesNotMoveIt() {
    RandomStream stream = RandomStream.of(1, "a");

    assertThat(stream.bits()).isEqualTo(stream.bits());
    assertThat(stream.bits()).isNotEqualTo(stream.next().bits());
  }

  @Test
  void streamsOfDifferentNamesOrSeedsDiffer() {
    long a = RandomStream.of(1, "a").bits();

    assertThat(RandomStream.of(1, "b").bits()).isNotEqualTo(a);
    assertThat(RandomStream.of(2, "a").bits()).isNotEqualTo(a);
    assertThat(RandomStream.of(1, "a").split("a").bits()).isNotEqualTo(a);
  }

  @Test
  void everyNumberBelowTheBoundIsAboutEquallyFrequent() {
    int[] counts = new int[5];
    RandomStream stream = RandomStream.of(3, "dice");
    for (int i = 0; i < 100_000; i++) {
      counts[(int) stream.below(5)]++;
      stream = stream.next();
    }

    for (int count : counts) {
      assertThat(count).isBetween(19_500, 20_500);
    }
  }

  @Test
  void exponentialNumbersHaveTheirMean() {
    double sum = 0;
    RandomStream stream = RandomStream.of(3, "gaps");
    for (int i = 0; i < 100_000; i++) {
      sum += stream.exponential(10);
      stream = stream.next();
    }

    assertThat(sum / 100_000).isBetween(9.9, 10.1);
  }

  @Test
  void aShuffleKeepsEveryItemOnce() {
    List<Integer> items = List.of(1, 2, 3, 4, 5, 6, 7);

    List<Integer> drawn = RandomStream.of(5, "order").shuffled(items);

    assertThat(drawn).containsExactlyInAnyOrderElementsOf(items).isNotEqualTo(items);
  }

  @Test
  void anEmptyRangeIsRefused() {
    RandomStream stream = RandomStream.of(1, "a");

    assertThatThrownBy(() -> stream.below(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> stream.between(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
