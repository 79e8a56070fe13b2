package io.quorate.raft.machine;

import io.quorate.raft.Utf8;
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
 * They are kept in UTF-8, two objects a key, for the collector's sake too.
 */
final class KeyBlocks {
  /** A block that would have more is cut in two. */
  private static final int MOST = 256;

  /** No key comes before it. */
  private static final byte[] FIRST = {};

  /** Neighbours, each key with its value at the same place. */
  private static final class Block {
    /** How many images were taken before it was made. */
    private final int images;

    private final List<byte[]> keys;
    private final List<byte[]> values;

    Block(int images, List<byte[]> keys, List<byte[]> values) {
      this.images = images;
      this.keys = new ArrayList<>(keys);
      this.values = new ArrayList<>(values);
    }

    int place(byte[] key) {
      return Collections.binarySearch(keys, key, Utf8::compare);
    }

    /** Those from {@code place} on, taken out. */
    Block cutOff(int place) {
      List<byte[]> upperKeys = keys.subList(place, keys.size());
      List<byte[]> upperValues = values.subList(place, values.size());
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

    /** Shows all, in order, as UTF-8 that must not be changed. */
    void forEach(BiConsumer<byte[], byte[]> action) {
      for (Block block : blocks) {
        for (int i = 0; i < block.keys.size(); i++) {
          action.accept(block.keys.get(i), block.values.get(i));
        }
      }
    }
  }

  /** Blocks by a key that none of theirs comes before. Only the first one may be empty. */
  private final TreeMap<byte[], Block> blocks = new TreeMap<>(Utf8::compare);

  private int images;

  /** Nothing. */
  KeyBlocks() {
    clear();
  }

  void clear() {
    blocks.clear();
    blocks.put(FIRST, new Block(images, List.of(), List.of()));
  }

  /** What is there under this key, or null. */
  @Nullable String get(String key) {
    byte[] wanted = Utf8.encode(key);
    Block block = blocks.floorEntry(wanted).getValue();
    int at = block.place(wanted);
    return at < 0 ? null : Utf8.text(block.values.get(at));
  }

  /**
   * Puts a value behind all others, without looking for its place. Both are UTF-8, and handed over.
   *
   * @throws IllegalArgumentException when the key does not come behind all others
   */
  void append(byte[] key, byte[] value) {
    Block last = blocks.lastEntry().getValue();
    if (!last.keys.isEmpty() && Utf8.compare(last.keys.getLast(), key) >= 0) {
      throw new IllegalArgumentException("keys that are not in their order");
    }
    if (last.keys.size() == MOST) {
      last = new Block(images, List.of(), List.of());
      blocks.put(key, last);
    }
    last.keys.add(key);
    last.values.add(value);
  }

  /** Puts a value there; returns the one before as UTF-8, or null. */
  byte @Nullable [] put(String key, String value) {
    byte[] named = Utf8.encode(key);
    byte[] held = Utf8.encode(value);
    Block block = own(blocks.floorEntry(named));
    int at = block.place(named);
    if (at >= 0) {
      return block.values.set(at, held);
    }
    int place = -at - 1;
    block.keys.add(place, named);
    block.values.add(place, held);
    if (block.keys.size() > MOST) {
      // What is filled in order leaves full blocks behind.
      Block upper = block.cutOff(place == MOST ? MOST : MOST / 2);
      blocks.put(upper.keys.getFirst(), upper);
    }
    return null;
  }

  /** Takes away what is there; returns it as UTF-8, or null. */
  byte @Nullable [] remove(String key) {
    byte[] named = Utf8.encode(key);
    Map.Entry<byte[], Block> entry = blocks.floorEntry(named);
    int at = entry.getValue().place(named);
    if (at < 0) {
      return null;
    }
    Block block = own(entry);
    block.keys.remove(at);
    byte[] value = block.values.remove(at);
    if (block.keys.isEmpty() && entry.getKey().length > 0) {
      blocks.remove(entry.getKey());
    }
    return value;
  }

  /**
   * Shows what is there in order, from the key {@code first} on, as long as {@code more} says so.
   */
  void walk(String first, BiPredicate<String, String> more) {
    byte[] from = Utf8.encode(first);
    for (Block block : blocks.tailMap(blocks.floorKey(from), true).values()) {
      int at = block.place(from);
      for (int i = at < 0 ? -at - 1 : at; i < block.keys.size(); i++) {
        if (!more.test(Utf8.text(block.keys.get(i)), Utf8.text(block.values.get(i)))) {
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
  private Block own(Map.Entry<byte[], Block> entry) {
    Block block = entry.getValue();
    if (block.images == images) {
      return block;
    }
    Block copy = new Block(images, block.keys, block.values);
    blocks.put(entry.getKey(), copy);
    return copy;
  }
}
