package io.quorate.checker.search;

import io.quorate.checker.Counterexample;
import java.util.Arrays;

/**
 * Remembers the placement that came farthest: whose first unplaced return lies latest.
 *
 * <p>The search's own stack is copied only when it is about to be cut below that placement, and
 * only from the depth where it changed since the last copy, so that remembering costs no more than
 * searching.
 */
final class Farthest {
  private final int[] items;
  private final int[] states = new int[Counterexample.MAX_STATES];
  private int stateCount;
  private int position = -1;
  private int depth;
  private int common;
  private boolean fresh;

  Farthest(int capacity) {
    this.items = new int[capacity];
  }

  /** A placement of {@code newDepth} items waits for the return at {@code newPosition}. */
  void reach(int newPosition, int newDepth, int state) {
    if (newPosition > position) {
      position = newPosition;
      depth = newDepth;
      fresh = true;
      stateCount = 0;
    }
    if (newPosition == position) {
      addState(state);
    }
  }

  private void addState(int state) {
    for (int i = 0; i < stateCount; i++) {
      if (states[i] == state) {
        return;
      }
    }
    if (stateCount < states.length) {
      states[stateCount++] = state;
    }
  }

  /** The search is about to cut its stack {@code moves} to {@code newDepth}. */
  void cut(int[] moves, int newDepth) {
    if (fresh && newDepth < depth) {
      System.arraycopy(moves, common, items, common, Math.max(0, depth - common));
      common = depth;
      fresh = false;
    }
    common = Math.min(common, newDepth);
  }

  int position() {
    return position;
  }

  /** Returns the items placed, after a last {@link #cut} to nothing. */
  int[] items() {
    return Arrays.copyOf(items, depth);
  }

  int[] states() {
    return Arrays.copyOf(states, stateCount);
  }
}
