package io.quorate.checker.lazy;

import io.quorate.checker.search.Memory;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import java.util.Arrays;

/**
 * The order of all operations, made of the writers that one configuration placed.
 *
 * <p>Each writer was placed right before an event, within its interval; one that was hidden, where
 * the write that hid it was. So the writers have their order and moments that never decrease. What
 * looks at the value goes into the first gap between writers that it overlaps and whose value it
 * saw; within a gap the one that was invoked first comes first. The search satisfied each
 * somewhere, so there is a gap for each.
 */
final class Linearization {
  private static final int NONE = -1;

  /** Memory it takes, an operation. */
  private static final int BYTES = 48;

  private final Line line;
  private final RegisterOperations register;

  /** The writers in their order. */
  private final int[] writer;

  private int writers;

  /** By writer, right before which event it was placed. */
  private final int[] before;

  /** By gap, the first and last of what looks there, and by operation the next one. */
  private final int[] first;

  private final int[] last;
  private final int[] next;

  private Linearization(Line line, RegisterOperations register) {
    this.line = line;
    this.register = register;
    this.writer = new int[line.size];
    this.before = new int[line.size];
    this.first = filled(line.size + 1);
    this.last = filled(line.size + 1);
    this.next = filled(register.size());
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  /**
   * Returns the order that the steps to {@code end} led to, as indices into {@code register}; empty
   * when there is no memory for it.
   */
  static int[] of(Trail trail, int end, Line line, RegisterOperations register, Memory memory) {
    long bytes = (long) BYTES * register.size();
    if (!trail.on() || !memory.reserve(bytes)) {
      return new int[0];
    }
    Linearization linearization = new Linearization(line, register);
    linearization.placeWriters(trail, trail.to(end));
    linearization.placeOthers();
    memory.release(bytes);
    return linearization.order();
  }

  /** Brings the steps into their order: what is hidden comes right before the last write. */
  private void placeWriters(Trail trail, int[] steps) {
    int[] used = new int[line.unknown.length];
    int[] since = new int[steps.length];
    int pending = 0;
    for (int step : steps) {
      int op = operation(trail.writer(step), used);
      int at = trail.position(step);
      if (at == Trail.HIDDEN) {
        place(op, before[since[0]]);
      } else {
        if (line.kind[op] == Kind.WRITE) {
          placeAll(since, pending);
          pending = 0;
        }
        before[op] = at;
        since[pending++] = op;
      }
    }
    placeAll(since, pending);
  }

  private void placeAll(int[] since, int count) {
    for (int k = 0; k < count; k++) {
      place(since[k], before[since[k]]);
    }
  }

  private void place(int op, int at) {
    before[op] = at;
    writer[writers++] = op;
  }

  /** Of a group's operations of unknown outcome the one invoked first was the first one placed. */
  private int operation(int noted, int[] used) {
    return noted >= 0 ? noted : line.events[line.unknown[~noted][used[~noted]++]];
  }

  private void placeOthers() {
    int gap = 0;
    for (int i = 0; i < register.size(); i++) {
      if (register.returned(i) && register.leaves(i) == RegisterOperations.NONE) {
        while (gap < writers && moment(gap) <= register.operations().invoke(i)) {
          gap++;
        }
        append(i, gapFor(i, gap));
      }
    }
  }

  /** The first gap from this one on that {@code i} overlaps and whose value it may have seen. */
  private int gapFor(int i, int from) {
    for (int gap = from; gap <= writers; gap++) {
      if (gap > 0 && moment(gap - 1) > register.operations().end(i)) {
        break;
      }
      if (fits(i, gap == 0 ? line.initial : line.leaves[writer[gap - 1]])) {
        return gap;
      }
    }
    throw new IllegalStateException("operation " + i + " fits nowhere in the order found");
  }

  private boolean fits(int i, int value) {
    return switch (register.kind(i)) {
      case READ -> register.sees(i) == value;
      case DIFFERS -> register.sees(i) != value;
      case NOTHING -> true;
      case WRITE, CAS -> throw new IllegalArgumentException("operation " + i + " is a writer");
    };
  }

  /** The order number of the event right before which the writer after this gap was placed. */
  private long moment(int gap) {
    return line.moment(before[writer[gap]]);
  }

  private void append(int i, int gap) {
    if (first[gap] == NONE) {
      first[gap] = i;
    } else {
      next[last[gap]] = i;
    }
    last[gap] = i;
  }

  private int[] order() {
    int[] order = new int[register.size() + writers];
    int size = 0;
    for (int gap = 0; gap <= writers; gap++) {
      for (int i = first[gap]; i != NONE; i = next[i]) {
        order[size++] = i;
      }
      if (gap < writers) {
        order[size++] = line.source[writer[gap]];
      }
    }
    return Arrays.copyOf(order, size);
  }
}
