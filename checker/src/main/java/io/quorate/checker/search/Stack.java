package io.quorate.checker.search;

import java.util.Arrays;

/**
 * The placement under way: the operations placed, the state they left, and the doubly linked list
 * of the events of those that are not placed yet (Lowe 2017, section 4).
 */
final class Stack {
  private static final long LOW_SEED = 0x5851f42d4c957f2dL;

  private final Timeline timeline;
  private final Rules rules;
  private final int[] next;
  private final int[] previous;
  private final int head;
  private final int[] used;
  private final int[] groupOf;
  private final int[] moves;
  private final int[] before;
  private int depth;
  private int state;
  private long high;
  private long low;

  /** Event nodes: 2 i for the invocation of item i, 2 i + 1 for its return, then the head. */
  Stack(Timeline timeline, Rules rules) {
    this.timeline = timeline;
    this.rules = rules;
    this.head = 2 * timeline.items;
    this.next = new int[head + 1];
    this.previous = new int[head + 1];
    this.used = new int[timeline.unknown.length];
    this.groupOf = new int[timeline.items];
    this.moves = new int[timeline.items];
    this.before = new int[timeline.items];
    this.state = rules.initial();
    int last = head;
    for (int event : timeline.events) {
      int node = event < 0 ? 2 * ~event + 1 : 2 * event;
      next[last] = node;
      previous[node] = last;
      last = node;
    }
    next[last] = head;
    previous[head] = last;
    for (int group = 0; group < timeline.unknown.length; group++) {
      for (int item : timeline.unknown[group]) {
        groupOf[item] = group;
      }
    }
  }

  /** Whether everything that returned is placed. */
  boolean complete() {
    return next[head] == head;
  }

  /** Returns the first event not placed; events go on with {@link #after}. */
  int first() {
    return next[head];
  }

  int after(int node) {
    return next[node];
  }

  /** Returns the position of the first return of an item not placed; there must be one. */
  int firstReturn() {
    int node = next[head];
    while ((node & 1) == 0) {
      node = next[node];
    }
    return timeline.end[node >> 1];
  }

  /** Returns the first item of unknown outcome in {@code group} not placed, or -1. */
  int firstUnknown(int group) {
    int[] items = timeline.unknown[group];
    return used[group] < items.length ? items[used[group]] : -1;
  }

  int state() {
    return state;
  }

  int depth() {
    return depth;
  }

  long high() {
    return high ^ Configurations.mix(~(long) state);
  }

  long low() {
    return low ^ Configurations.mix(LOW_SEED + state);
  }

  int[] moves() {
    return Arrays.copyOf(moves, depth);
  }

  int[] rawMoves() {
    return moves;
  }

  /** Places every pure call that fits now. */
  void settle() {
    for (int node = next[head]; (node & 1) == 0 && node != head; node = next[node]) {
      int call = timeline.call[node >> 1];
      if (rules.pure(call) && rules.next(state, call, 0) != Rules.REFUSED) {
        place(node >> 1, state);
      }
    }
  }

  void place(int item, int newState) {
    moves[depth] = item;
    before[depth] = state;
    depth++;
    state = newState;
    toggle(item);
    boolean known = timeline.known(item);
    rules.take(timeline.call[item], known);
    if (known) {
      unlink(2 * item);
      unlink(2 * item + 1);
    } else {
      used[groupOf[item]]++;
    }
  }

  void cut(int newDepth) {
    while (depth > newDepth) {
      depth--;
      int item = moves[depth];
      boolean known = timeline.known(item);
      if (known) {
        relink(2 * item + 1);
        relink(2 * item);
      } else {
        used[groupOf[item]]--;
      }
      rules.undo(timeline.call[item], known);
      toggle(item);
      state = before[depth];
    }
  }

  private void toggle(int item) {
    high ^= Configurations.mix(item);
    low ^= Configurations.mix(item ^ LOW_SEED);
  }

  private void unlink(int node) {
    next[previous[node]] = next[node];
    previous[next[node]] = previous[node];
  }

  private void relink(int node) {
    next[previous[node]] = node;
    previous[next[node]] = node;
  }
}
