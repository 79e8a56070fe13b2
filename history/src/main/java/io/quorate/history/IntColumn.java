package io.quorate.history;

import java.util.Arrays;

/**
 * A growing column of ints in chunks, so that growth never copies more than one chunk and a
 * history of a few operations stays a few hundred bytes.
 */
final class IntColumn {
  private static final int SHIFT = 16;
  private static final int CHUNK = 1 << SHIFT;
  private static final int MASK = CHUNK - 1;
  private static final int FIRST = 8;

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
