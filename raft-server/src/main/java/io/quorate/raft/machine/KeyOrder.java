package io.quorate.raft.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Keys in their order, in blocks of neighbours. To a tree of all keys it is a fifth in memory, and
 * filled in order it costs a comparison a key: a restart fills it.
 */
final class KeyOrder {
  /** A block that would have more is cut in two. */
  private static final int MOST = 512;

  /** Blocks by a key that none of theirs comes before. Only the first one may be empty. */
  private final TreeMap<String, List<String>> blocks = new TreeMap<>();

  /** No keys. */
  KeyOrder() {
    clear();
  }

  void clear() {
    blocks.clear();
    blocks.put("", new ArrayList<>());
  }

  /** Adds one that is not there. */
  void add(String key) {
    List<String> last = blocks.lastEntry().getValue();
    if (last.isEmpty() || last.getLast().compareTo(key) < 0) {
      append(last, key);
      return;
    }
    List<String> block = blocks.floorEntry(key).getValue();
    block.add(-Collections.binarySearch(block, key) - 1, key);
    if (block.size() > MOST) {
      List<String> upper = block.subList(MOST / 2, block.size());
      blocks.put(upper.getFirst(), new ArrayList<>(upper));
      upper.clear();
    }
  }

  private void append(List<String> last, String key) {
    List<String> block = last;
    if (last.size() == MOST) {
      block = new ArrayList<>();
      blocks.put(key, block);
    }
    block.add(key);
  }

  /** Removes one that is there. */
  void remove(String key) {
    Map.Entry<String, List<String>> place = blocks.floorEntry(key);
    List<String> block = place.getValue();
    block.remove(Collections.binarySearch(block, key));
    if (block.isEmpty() && !place.getKey().isEmpty()) {
      blocks.remove(place.getKey());
    }
  }

  /** Shows the keys in their order, from {@code first} on, as long as {@code more} says so. */
  void walk(String first, Predicate<String> more) {
    for (List<String> block : blocks.tailMap(blocks.floorKey(first), true).values()) {
      for (int i = from(block, first); i < block.size(); i++) {
        if (!more.test(block.get(i))) {
          return;
        }
      }
    }
  }

  private static int from(List<String> block, String first) {
    int at = Collections.binarySearch(block, first);
    return at < 0 ? -at - 1 : at;
  }
}
