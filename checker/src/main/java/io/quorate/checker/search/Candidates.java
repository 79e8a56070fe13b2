package io.quorate.checker.search;

import java.util.Arrays;

/**
 * The choices still open at each decision of a search, in one flat array: pairs of an item and the
 * state it would leave, best first.
 *
 * <p>First come those after which the operation that must return next fits, when it does not fit
 * now; among equals the one that must return first.
 */
final class Candidates {
  private final Timeline timeline;
  private final Rules rules;
  private final Stack stack;
  private final Memory memory;
  private final int[] stamp;
  private final int[] earliest;
  private int stampNow;
  private int[] choice = new int[64];
  private long[] rank = new long[32];
  private int size;
  private int[] depth = new int[16];
  private int[] start = new int[16];
  private int decisions;
  private boolean full;

  Candidates(Timeline timeline, Rules rules, Stack stack, Memory memory) {
    this.timeline = timeline;
    this.rules = rules;
    this.stack = stack;
    this.memory = memory;
    this.stamp = new int[rules.calls()];
    this.earliest = new int[rules.calls()];
  }

  /** Whether there was no memory left for a choice. */
  boolean full() {
    return full;
  }

  /** Opens a decision at the stack's present configuration. */
  void push() {
    if (decisions == depth.length) {
      if (!memory.reserve(8L * decisions)) {
        full = true;
        return;
      }
      depth = Arrays.copyOf(depth, 2 * decisions);
      start = Arrays.copyOf(start, 2 * decisions);
    }
    depth[decisions] = stack.depth();
    start[decisions] = size;
    decisions++;
    collect();
  }

  /** Makes the best choice left, stepping back as far as needed; returns false without one. */
  boolean advance(Farthest farthest) {
    while (decisions > 0) {
      int top = decisions - 1;
      if (stack.depth() > depth[top]) {
        farthest.cut(stack.rawMoves(), depth[top]);
        stack.cut(depth[top]);
      }
      if (size > start[top]) {
        size -= 2;
        stack.place(choice[size], choice[size + 1]);
        return true;
      }
      decisions--;
    }
    return false;
  }

  private void collect() {
    int begin = size;
    int urgent = firstOfEachCall();
    boolean stuck = rules.next(stack.state(), timeline.call[urgent], 0) == Rules.REFUSED;
    int wanted = stuck ? timeline.call[urgent] : -1;
    for (int node = stack.first(); (node & 1) == 0; node = stack.after(node)) {
      int item = node >> 1;
      if (earliest[timeline.call[item]] == item) {
        consider(item, wanted);
      }
    }
    collectUnknown(timeline.end[urgent], wanted);
    sort(begin);
  }

  /** Notes for each call its candidate that returns first; returns the one first of all. */
  private int firstOfEachCall() {
    stampNow++;
    int node = stack.first();
    for (; (node & 1) == 0; node = stack.after(node)) {
      int item = node >> 1;
      int call = timeline.call[item];
      if (stamp[call] != stampNow || timeline.end[item] < timeline.end[earliest[call]]) {
        stamp[call] = stampNow;
        earliest[call] = item;
      }
    }
    return node >> 1;
  }

  private void collectUnknown(int horizon, int wanted) {
    for (int group = 0; group < timeline.unknown.length; group++) {
      if (timeline.invoke[timeline.unknown[group][0]] > horizon) {
        return;
      }
      int item = stack.firstUnknown(group);
      if (item >= 0
          && timeline.invoke[item] < horizon
          && stamp[timeline.call[item]] != stampNow
          && !rules.pointless(timeline.call[item])) {
        consider(item, wanted);
      }
    }
  }

  private void consider(int item, int wanted) {
    int call = timeline.call[item];
    boolean known = timeline.known(item);
    for (int alternative = 0; ; alternative++) {
      int next = rules.next(stack.state(), call, alternative);
      if (next == Rules.REFUSED) {
        return;
      }
      boolean idle = !known && next == stack.state();
      if (!idle && !rules.hopeless(stack.state(), call, next, known)) {
        boolean helps = wanted >= 0 && rules.next(next, wanted, 0) != Rules.REFUSED;
        add(item, next, timeline.end[item] + (helps ? 0L : 1L << 32));
      }
    }
  }

  private void add(int item, int next, long newRank) {
    if (size == choice.length) {
      if (full || !memory.reserve(8L * size)) {
        full = true;
        return;
      }
      choice = Arrays.copyOf(choice, 2 * size);
      rank = Arrays.copyOf(rank, size);
    }
    choice[size] = item;
    choice[size + 1] = next;
    rank[size / 2] = newRank;
    size += 2;
  }

  /** Sorts by rank, the best last, since choices are made from the end. */
  private void sort(int begin) {
    for (int i = begin + 2; i < size; i += 2) {
      int item = choice[i];
      int next = choice[i + 1];
      long r = rank[i / 2];
      int j = i - 2;
      while (j >= begin && rank[j / 2] < r) {
        choice[j + 2] = choice[j];
        choice[j + 3] = choice[j + 1];
        rank[j / 2 + 1] = rank[j / 2];
        j -= 2;
      }
      choice[j + 2] = item;
      choice[j + 3] = next;
      rank[j / 2 + 1] = r;
    }
  }
}
