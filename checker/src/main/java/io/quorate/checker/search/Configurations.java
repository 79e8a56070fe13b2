package io.quorate.checker.search;

import org.jspecify.annotations.Nullable;

/**
 * Set of configurations already explored, each as a 128-bit hash, in one flat array.
 *
 * <p>A configuration is the set of operations placed and the state they left. The hash of a set is
 * the exclusive or of its members' hashes (Zobrist), so that a step costs O(1) whatever the length
 * of the history, and an entry 16 bytes. Two of 10^9 configurations collide with a probability
 * below 10^-20; a collision could only hide a configuration, and each violation is searched again
 * on its counterexample, under other hashes.
 */
final class Configurations {
  private static final int INITIAL = 1 << 10;
  private static final int MAX = 1 << 29;

  private final Memory memory;
  private long[] table;
  private long reserved;
  private int size;

  private Configurations(Memory memory) {
    this.memory = memory;
    this.table = new long[2 * INITIAL];
    this.reserved = bytes(INITIAL);
  }

  /** Returns an empty set, or null when there is no memory for it. */
  static @Nullable Configurations open(Memory memory) {
    return memory.reserve(bytes(INITIAL)) ? new Configurations(memory) : null;
  }

  private static long bytes(int entries) {
    return 16L * entries;
  }

  int size() {
    return size;
  }

  /** Makes room for one more; returns false when there is no memory for it. */
  boolean ready() {
    int entries = table.length / 2;
    if (size < entries - (entries >> 2)) {
      return true;
    }
    if (entries >= MAX || !memory.reserve(bytes(2 * entries))) {
      return false;
    }
    long[] old = table;
    table = new long[4 * entries];
    for (int i = 0; i < old.length; i += 2) {
      if ((old[i] | old[i + 1]) != 0) {
        int slot = find(old[i], old[i + 1]);
        table[slot] = old[i];
        table[slot + 1] = old[i + 1];
      }
    }
    memory.release(reserved);
    reserved = bytes(2 * entries);
    return true;
  }

  /** Adds a configuration; returns false when it was there. */
  boolean add(long high, long low) {
    long first = (high | low) == 0 ? 1 : high;
    int slot = find(first, low);
    if ((table[slot] | table[slot + 1]) != 0) {
      return false;
    }
    table[slot] = first;
    table[slot + 1] = low;
    size++;
    return true;
  }

  private int find(long high, long low) {
    int mask = table.length - 2;
    int slot = (int) (high << 1) & mask;
    while ((table[slot] | table[slot + 1]) != 0
        && (table[slot] != high || table[slot + 1] != low)) {
      slot = slot + 2 & mask;
    }
    return slot;
  }

  /** Spreads {@code x} over 64 bits (the finalizer of SplitMix64). */
  static long mix(long x) {
    long z = x + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
