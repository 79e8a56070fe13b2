package io.quorate.history;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * An open-addressing index from the hash of a thing to the id it was given, for things that are
 * stored elsewhere in columns. Never iterated.
 */
final class IdTable {
  private static final int EMPTY = -1;

  private int[] ids = fresh(16);
  private int[] hashes = new int[16];
  private int size;

  /** Returns the id filed under {@code hash} that is the {@code same} thing, or -1. */
  int find(int hash, IntPredicate same) {
    int mask = ids.length - 1;
    for (int slot = spread(hash) & mask; ids[slot] != EMPTY; slot = (slot + 1) & mask) {
      if (hashes[slot] == hash && same.test(ids[slot])) {
        return ids[slot];
      }
    }
    return EMPTY;
  }

  /** Files {@code id}, which {@link #find} did not know, under {@code hash}. */
  void put(int hash, int id) {
    if (2 * size >= ids.length) {
      grow();
    }
    place(hash, id);
    size++;
  }

  private void place(int hash, int id) {
    int mask = ids.length - 1;
    int slot = spread(hash) & mask;
    while (ids[slot] != EMPTY) {
      slot = (slot + 1) & mask;
    }
    ids[slot] = id;
    hashes[slot] = hash;
  }

  private void grow() {
    int[] oldIds = ids;
    int[] oldHashes = hashes;
    ids = fresh(2 * oldIds.length);
    hashes = new int[ids.length];
    for (int slot = 0; slot < oldIds.length; slot++) {
      if (oldIds[slot] != EMPTY) {
        place(oldHashes[slot], oldIds[slot]);
      }
    }
  }

  private static int[] fresh(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, EMPTY);
    return slots;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 16);
  }
}
