package io.quorate.raft.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, in the order of the keys, in blocks of neighbours: a tree of two levels.
 *
 * <p>An image of all costs a reference a block; afterwards each block is copied before it is first
 * changed, which is little at a time. Filled in order, as by a restart, neighbours come to lie side
 * by side: a table of hashes filled with a million keys makes a collector look at a million places.
 */
final class KeyBlocks {
  /** A block that would have more is cut in two. */
  private static final int MOST = 256;

  /** Neighbours, each key with its value at the same place. */
  private static final class Block {
    /** How many images were taken before it was made. */
    private final int images;

    private final List<String> keys;
    private final List<String> values;

    Block(int images, List<String> keys, List<String> values) {
      this.images = images;
      this.keys = new ArrayList<>(keys);
      this.values = new ArrayList<>(values);
    }

    int place(String key) {
      return Collections.binarySearch(keys, key);
    }

    /** Those from {@code place} on, taken out. */
    Block cutOff(int place) {
      List<String> upperKeys = keys.subList(place, keys.size());
      List<String> upperValues = values.subList(place, values.size());
      Block upper = new Block(images, upperKeys, upperValues);
      upperKeys.clear();
      upperValues.clear();
      return upper;
    }
  }

  /** What the blocks held at one moment; it may be read on any thread. */
  static final class Image {
    private final List<Block> blocks;

    private Image(List<Block> blocks) {
      this.blocks = blocks;
    }

    int size() {
      return blocks.stream().mapToInt(block -> block.keys.size()).sum();
    }

    /** Shows all, in order. */
    void forEach(BiConsumer<String, String> action) {
      for (Block block : blocks) {
        for (int i = 0; i < block.keys.size(); i++) {
          action.accept(block.keys.get(i), block.values.get(i));
        }
      }
    }
  }

  /** Blocks by a key that none of theirs comes before. Only the first one may be empty. */
  private final TreeMap<String, Block> blocks = new TreeMap<>();

  private int images;

  /** Nothing. */
  KeyBlocks() {
    clear();
  }

  void clear() {
    blocks.clear();
    blocks.put("", new Block(images, List.of(), List.of()));
  }

  /** What is there under this key, or null. */
  @Nullable String get(String key) {
    Block block = blocks.floorEntry(key).getValue();
    int at = block.place(key);
    return at < 0 ? null : block.values.get(at);
  }

  /**
   * Puts a value behind all others, without looking for its place.
   *
   * @throws IllegalArgumentException when the key does not come behind all others
   */
  void append(String key, String value) {
    Block last = blocks.lastEntry().getValue();
    if (!last.keys.isEmpty() && last.keys.getLast().compareTo(key) >= 0) {
      throw new IllegalArgumentException("keys that are not in their order");
    }
    if (last.keys.size() == MOST) {
      last = new Block(images, List.of(), List.of());
      blocks.put(key, last);
    }
    last.keys.add(key);
    last.values.add(value);
  }

  /** Puts a value there; returns the one before, or null. */
  @Nullable String put(String key, String value) {
    Block block = own(blocks.floorEntry(key));
    int at = block.place(key);
    if (at >= 0) {
      return block.values.set(at, value);
    }
    int place = -at - 1;
    block.keys.add(place, key);
    block.values.add(place, value);
    if (block.keys.size() > MOST) {
      // What is filled in order leaves full blocks behind.
      Block upper = block.cutOff(place == MOST ? MOST : MOST / 2);
      blocks.put(upper.keys.getFirst(), upper);
    }
    return null;
  }

  /** Takes away what is there; returns it, or null. */
  @Nullable String remove(String key) {
    Map.Entry<String, Block> entry = blocks.floorEntry(key);
    int at = entry.getValue().place(key);
    if (at < 0) {
      return null;
    }
    Block block = own(entry);
    block.keys.remove(at);
    String value = block.values.remove(at);
    if (block.keys.isEmpty() && !entry.getKey().isEmpty()) {
      blocks.remove(entry.getKey());
    }
    return value;
  }

  /**
   * Shows what is there in order, from the key {@code first} on, as long as {@code more} says so.
   */
  void walk(String first, BiPredicate<String, String> more) {
    for (Block block : blocks.tailMap(blocks.floorKey(first), true).values()) {
      int at = block.place(first);
      for (int i = at < 0 ? -at - 1 : at; i < block.keys.size(); i++) {
        if (!more.test(block.keys.get(i), block.values.get(i))) {
          return;
        }
      }
    }
  }

  /** All of it as it is now. */
  Image share() {
    images++;
    return new Image(List.copyOf(blocks.values()));
  }

  /** A block that may be changed: no image has it. */
  private Block own(Map.Entry<String, Block> entry) {
    Block block = entry.getValue();
    if (block.images == images) {
      return block;
    }
    Block copy = new Block(images, block.keys, block.values);
    blocks.put(entry.getKey(), copy);
    return copy;
  }
}
