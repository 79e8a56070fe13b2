package io.quorate.history;

import java.util.Arrays;

/**
 * Growing columns of primitives in chunks: growth never copies more than one chunk, a million rows
 * waste less than one, and a history of a few operations stays a few hundred bytes.
 */
final class Chunked {
  /** Chunks of 128 KiB: G1 gives an array of half a region or more whole regions of its own. */
  private static final int SHIFT = 14;

  private static final int CHUNK = 1 << SHIFT;
  private static final int MASK = CHUNK - 1;
  private static final int FIRST = 8;

  private Chunked() {}

  /** A column of longs. */
  static final class Longs {
    private long[][] chunks = {new long[FIRST]};
    private int size;

    int size() {
      return size;
    }

    long get(int row) {
      return chunks[row >>> SHIFT][row & MASK];
    }

    void set(int row, long value) {
      chunks[row >>> SHIFT][row & MASK] = value;
    }

    void add(long value) {
      int chunk = size >>> SHIFT;
      if (chunk == chunks.length) {
        chunks = Arrays.copyOf(chunks, chunk + 1);
        chunks[chunk] = new long[CHUNK];
      }
      int at = size & MASK;
      if (at == chunks[chunk].length) {
        chunks[chunk] = Arrays.copyOf(chunks[chunk], Math.min(CHUNK, 2 * at));
      }
      chunks[chunk][at] = value;
      size++;
    }
  }

  /** A column of ints. */
  static final class Ints {
    private int[][] chunks = {new int[FIRST]};
    private int size;

    int size() {
      return size;
    }

    int get(int row) {
      return chunks[row >>> SHIFT][row & MASK];
    }

    void set(int row, int value) {
      chunks[row >>> SHIFT][row & MASK] = value;
    }

    void add(int value) {
      int chunk = size >>> SHIFT;
      if (chunk == chunks.length) {
        chunks = Arrays.copyOf(chunks, chunk + 1);
        chunks[chunk] = new int[CHUNK];
      }
      int at = size & MASK;
      if (at == chunks[chunk].length) {
        chunks[chunk] = Arrays.copyOf(chunks[chunk], Math.min(CHUNK, 2 * at));
      }
      chunks[chunk][at] = value;
      size++;
    }
  }
}
