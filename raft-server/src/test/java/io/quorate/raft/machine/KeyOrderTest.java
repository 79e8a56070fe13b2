package io.quorate.raft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyOrderTest {
  /** Thousands of keys, so that blocks are cut, emptied and filled again. */
  @Test
  void itIsATreeOfItsKeysWhateverComesAndGoes() {
    for (long seed = 1; seed <= 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      KeyOrder order = new KeyOrder();
      TreeSet<String> twin = new TreeSet<>();
      int range = 1 + random.nextInt(8000);
      for (int phase = 0; phase < 6; phase++) {
        boolean grows = phase % 2 == 0;
        for (int i = 0; i < 4000; i++) {
          String key = Integer.toString(random.nextInt(range), 7);
          boolean more = random.nextInt(8) > 0 == grows;
          if (more && twin.add(key)) {
            order.add(key);
          } else if (!more && twin.remove(key)) {
            order.remove(key);
          }
        }
        String first = random.nextBoolean() ? "" : Integer.toString(random.nextInt(range), 7);
        assertThat(from(order, first, Integer.MAX_VALUE))
            .as("seed %d, phase %d, from %s", seed, phase, first)
            .containsExactlyElementsOf(twin.tailSet(first, true));
      }
    }
  }

  @Test
  void itMayBeFilledInOrderAndAgainstIt() {
    List<String> keys = IntStream.range(10_000, 15_000).mapToObj(Integer::toString).toList();
    KeyOrder up = new KeyOrder();
    KeyOrder down = new KeyOrder();

    keys.forEach(up::add);
    keys.reversed().forEach(down::add);

    assertThat(from(up, "", Integer.MAX_VALUE)).isEqualTo(keys);
    assertThat(from(down, "", Integer.MAX_VALUE)).isEqualTo(keys);
    assertThat(from(up, "123", 3)).containsExactly("12300", "12301", "12302");
    up.clear();
    assertThat(from(up, "", 1)).isEmpty();
  }

  private static List<String> from(KeyOrder order, String first, int most) {
    List<String> seen = new ArrayList<>();
    order.walk(first, key -> seen.add(key) && seen.size() < most);
    return seen;
  }
}
