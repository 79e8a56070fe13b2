package io.quorate.checker.lazy;

import io.quorate.checker.search.Memory;
import java.util.Arrays;

/**
 * Configurations in one array, and by which step of a trail each came about. Its memory is reserved
 * before it is taken.
 *
 * <p>Those added since it was last cleared are there once each. When some are {@link #keep kept} or
 * their words are changed, it is not known any more which are there, so none may be added before it
 * is cleared.
 */
final class Bunch {
  private static final int FIRST = 16;
  private static final int EMPTY = -1;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final int width;
  private final Memory memory;
  private long[] words;
  private int[] steps = new int[FIRST];
  private int[] table;

  /** Where in the table each one was put that was added. */
  private int[] places;

  private int added;
  private int size;
  private boolean full;

  Bunch(int width, Memory memory) {
    this.width = width;
    this.memory = memory;
    words = new long[FIRST * width];
    table = new int[4 * FIRST];
    Arrays.fill(table, EMPTY);
    places = new int[FIRST];
    full = !memory.reserve(bytes(FIRST));
  }

  private long bytes(int configurations) {
    return 8L * configurations * width + 24L * configurations;
  }

  int size() {
    return size;
  }

  /** Whether something was not taken in for want of memory. */
  boolean full() {
    return full;
  }

  long[] words() {
    return words;
  }

  int at(int index) {
    return index * width;
  }

  /** Leaves none; costs as much as was added and not as much as it once held. */
  void clear() {
    for (int i = 0; i < added; i++) {
      table[places[i]] = EMPTY;
    }
    size = 0;
    added = 0;
  }

  /** Gives its memory back; it is of no use afterwards. */
  void close() {
    memory.release(bytes(words.length / width));
  }

  /** By configuration, the step by which it came about. */
  int[] steps() {
    return steps;
  }

  /**
   * Takes in a copy of what stands at {@code at}, unless it is there already; whether it was not.
   * It came about by {@code step}.
   */
  boolean add(long[] from, int at, int step) {
    if (4 * (size + 1) > table.length * 3 || (size + 1) * width > words.length) {
      grow();
      if (full) {
        return false;
      }
    }
    int place = find(from, at);
    if (table[place] != EMPTY) {
      return false;
    }
    System.arraycopy(from, at, words, size * width, width);
    steps[size] = step;
    places[size] = place;
    table[place] = size++;
    added = size;
    return true;
  }

  /** The configuration taken in last came about by {@code step}. */
  void lastBy(int step) {
    steps[size - 1] = step;
  }

  /** Keeps those of these indices, ascending. */
  void keep(int[] indices, int count) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(words, indices[i] * width, words, i * width, width);
      steps[i] = steps[indices[i]];
    }
    size = count;
  }

  private int find(long[] from, int at) {
    long hash = 0;
    for (int w = 0; w < width; w++) {
      hash = (hash ^ from[at + w]) * MIX;
      hash ^= hash >>> 29;
    }
    int place = (int) (hash >>> 33) & (table.length - 1);
    while (table[place] != EMPTY && !equal(table[place] * width, from, at)) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private boolean equal(int own, long[] from, int at) {
    return Arrays.equals(words, own, own + width, from, at, at + width);
  }

  private void grow() {
    int room = words.length / width;
    full |= room > Integer.MAX_VALUE / 8 / width || !memory.reserve(bytes(room));
    if (!full) {
      words = Arrays.copyOf(words, 2 * room * width);
      steps = Arrays.copyOf(steps, 2 * room);
      places = Arrays.copyOf(places, 2 * room);
      table = new int[8 * room];
      Arrays.fill(table, EMPTY);
      for (int i = 0; i < size; i++) {
        places[i] = find(words, i * width);
        table[places[i]] = i;
      }
    }
  }
}
