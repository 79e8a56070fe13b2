package io.quorate.checker.laws;

import java.util.Arrays;

/**
 * The log of one node as far as its trace tells it: the term of the entry at each index. What came
 * with a snapshot, or before the trace began, is there and unknown.
 */
final class NodeLog {
  /** In place of the term of an entry of which nothing is known but that it is there. */
  static final long UNKNOWN = -1;

  private long[] terms = new long[1024];
  private int last;
  private long durable;

  /** Returns the index of the last entry. */
  long last() {
    return last;
  }

  /** Returns the last index that is surely on the disk. */
  long durable() {
    return durable;
  }

  /** Returns the term of the entry at {@code index}, {@link #UNKNOWN} or 0 where there is none. */
  long termAt(long index) {
    return index >= 1 && index <= last ? terms[(int) index] : 0;
  }

  /** The entry is the last of the log now. */
  void append(long index, long term) {
    reach(index);
    terms[(int) index] = term;
    last = (int) index;
  }

  /** The entry at {@code index} and all behind it are gone. */
  void cutFrom(long index) {
    last = (int) Math.min(last, index - 1);
    durable = Math.min(durable, last);
  }

  /** Everything up to {@code index} is on the disk. */
  void synced(long index) {
    durable = Math.min(index, last);
  }

  /**
   * It was started again: what was surely on its disk is there, the rest up to {@code index} is
   * whatever its disk holds.
   */
  void restarted(long index) {
    last = (int) Math.min(durable, index);
    reach(index);
    last = (int) index;
    durable = index;
  }

  /** A snapshot up to an entry took the place of what it does not agree with. */
  void installed(long index, long term) {
    long mine = termAt(index);
    if (mine == term || mine == UNKNOWN) {
      durable = Math.max(durable, index);
    } else {
      last = 0;
      reach(index);
      terms[(int) index] = term;
      last = (int) index;
      durable = index;
    }
  }

  /** Fills what lies between the last entry and {@code index} with entries nobody knows. */
  private void reach(long index) {
    if (index >= terms.length) {
      terms = Arrays.copyOf(terms, (int) Math.max(index + 1, 2L * terms.length));
    }
    if (index > last) {
      Arrays.fill(terms, last + 1, (int) index + 1, UNKNOWN);
    }
  }
}
