package io.quorate.raft.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.raft.Utf8;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyBlocksTest {
  private static final int MANY = Integer.MAX_VALUE;

  /** Thousands of keys, so that blocks are cut, emptied and filled again; images never change. */
  @Test
  void itIsATreeOfItsKeysWhateverComesAndGoes() {
    for (long seed = 1; seed <= 30; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      KeyBlocks blocks = new KeyBlocks();
      TreeMap<String, String> twin = new TreeMap<>();
      int range = 1 + random.nextInt(8000);
      KeyBlocks.Image image = blocks.share();
      Map<String, String> then = Map.of();
      for (int phase = 0; phase < 6; phase++) {
        boolean grows = phase % 2 == 0;
        for (int i = 0; i < 4000; i++) {
          String key = Integer.toString(random.nextInt(range), 7);
          if (random.nextInt(8) > 0 == grows) {
            assertThat(text(blocks.put(key, "v" + i))).isEqualTo(twin.put(key, "v" + i));
          } else {
            assertThat(text(blocks.remove(key))).isEqualTo(twin.remove(key));
          }
          assertThat(blocks.get(key)).isEqualTo(twin.get(key));
        }
        String first = random.nextBoolean() ? "" : Integer.toString(random.nextInt(range), 7);
        assertThat(from(blocks, first, MANY))
            .as("seed %d, phase %d, from %s", seed, phase, first)
            .containsExactlyEntriesOf(twin.tailMap(first, true));
        assertThat(all(image)).as("seed %d, phase %d", seed, phase).isEqualTo(then);
        if (random.nextBoolean()) {
          image = blocks.share();
          then = new TreeMap<>(twin);
        }
        assertThat(image.size()).isEqualTo(then.size());
      }
    }
  }

  @Test
  void itMayBeFilledInOrderAndAgainstIt() {
    List<String> keys = IntStream.range(10_000, 15_000).mapToObj(Integer::toString).toList();
    KeyBlocks up = new KeyBlocks();
    KeyBlocks down = new KeyBlocks();
    KeyBlocks behind = new KeyBlocks();

    keys.forEach(key -> up.put(key, key));
    keys.reversed().forEach(key -> down.put(key, key));
    keys.forEach(key -> behind.append(Utf8.encode(key), Utf8.encode(key)));

    assertThat(from(up, "", MANY).keySet()).containsExactlyElementsOf(keys);
    assertThat(from(down, "", MANY).keySet()).containsExactlyElementsOf(keys);
    assertThat(from(behind, "", MANY).keySet()).containsExactlyElementsOf(keys);
    assertThatThrownBy(() -> behind.append(Utf8.encode("14999"), new byte[0]))
        .hasMessageContaining("order");
    assertThat(text(behind.put("12345", "new"))).isEqualTo("12345");
    assertThat(from(up, "123", 3).keySet()).containsExactly("12300", "12301", "12302");
    up.clear();
    assertThat(from(up, "", 1)).isEmpty();
  }

  private static @Nullable String text(byte @Nullable [] utf8) {
    return utf8 == null ? null : Utf8.text(utf8);
  }

  private static Map<String, String> from(KeyBlocks blocks, String first, int most) {
    Map<String, String> seen = new LinkedHashMap<>();
    blocks.walk(
        first,
        (key, value) -> {
          seen.put(key, value);
          return seen.size() < most;
        });
    return seen;
  }

  private static Map<String, String> all(KeyBlocks.Image image) {
    Map<String, String> seen = new LinkedHashMap<>();
    image.forEach((key, value) -> seen.put(Utf8.text(key), Utf8.text(value)));
    return seen;
  }
}
