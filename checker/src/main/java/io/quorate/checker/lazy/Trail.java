package io.quorate.checker.lazy;

import io.quorate.checker.search.Memory;
import java.util.Arrays;

/**
 * How configurations came about: the writers placed one after another, as a tree in arrays in which
 * each step knows the one before it. Reads are not noted; where they fit shows in the end.
 *
 * <p>Steps that no configuration came by any more are {@linkplain #compact forgotten}, so that it
 * grows with the writers placed and not with those tried. What it takes is reserved before; when
 * there is no memory for it, it is lost, and the search goes on without.
 */
final class Trail {
  /** In place of a step: none came before. */
  static final int START = -1;

  /** In place of where a writer was placed: right before the last write, which hid it. */
  static final int HIDDEN = -1;

  private static final int FIRST = 1 << 12;
  private static final int BYTES_A_STEP = 16;

  private final Memory memory;
  private boolean on;
  private int[] before = new int[0];
  private int[] writer = new int[0];
  private int[] position = new int[0];

  /** While it is compacted: a step's new number, and until then whether it is kept. */
  private int[] renumbered = new int[0];

  private int size;
  private int crowd = FIRST;

  private Trail(Memory memory, boolean on) {
    this.memory = memory;
    this.on = on;
  }

  /** One that notes what it is told. */
  static Trail noting(Memory memory) {
    return new Trail(memory, true);
  }

  /** One that notes nothing. */
  static Trail none() {
    return new Trail(new Memory(0), false);
  }

  /** Whether it notes anything, or was never told to or lost. */
  boolean on() {
    return on;
  }

  /**
   * Notes that {@code placed} came after step {@code last}.
   *
   * @param placed a writer of the line, or the complement of a group: one of unknown outcome
   * @param at before which event, or {@link #HIDDEN}
   * @return the step's number
   */
  int add(int last, int placed, int at) {
    if (!on || (size == before.length && !grow())) {
      return START;
    }
    before[size] = last;
    writer[size] = placed;
    position[size] = at;
    return size++;
  }

  private boolean grow() {
    int room = Math.max(FIRST, 2 * size);
    if (room < 0 || !memory.reserve((long) BYTES_A_STEP * (room - size))) {
      lose();
      return false;
    }
    before = Arrays.copyOf(before, room);
    writer = Arrays.copyOf(writer, room);
    position = Arrays.copyOf(position, room);
    renumbered = Arrays.copyOf(renumbered, room);
    return true;
  }

  private void lose() {
    memory.release((long) BYTES_A_STEP * before.length);
    before = new int[0];
    writer = new int[0];
    position = new int[0];
    renumbered = new int[0];
    size = 0;
    on = false;
  }

  /** Whether it has grown so much since it was compacted that doing so is worth its while. */
  boolean crowded() {
    return size >= crowd;
  }

  /** These steps, and what came before them, are to be kept. */
  void keep(int[] steps, int count) {
    for (int i = 0; i < count; i++) {
      if (steps[i] != START) {
        renumbered[steps[i]] = 1;
      }
    }
  }

  /** Forgets all but what is kept; afterwards {@link #renumber} what was. */
  void compact() {
    for (int step = size - 1; step >= 0; step--) {
      if (renumbered[step] != 0 && before[step] != START) {
        renumbered[before[step]] = 1;
      }
    }
    int kept = 0;
    for (int step = 0; step < size; step++) {
      if (renumbered[step] != 0) {
        before[kept] = before[step] == START ? START : renumbered[before[step]];
        writer[kept] = writer[step];
        position[kept] = position[step];
        renumbered[step] = kept++;
      }
    }
    size = kept;
    crowd = Math.max(FIRST, 2 * size);
  }

  /** Gives these steps their new numbers. */
  void renumber(int[] steps, int count) {
    for (int i = 0; i < count; i++) {
      steps[i] = steps[i] == START ? START : renumbered[steps[i]];
    }
  }

  /** Ends a compaction, once all is renumbered. */
  void settle() {
    Arrays.fill(renumbered, 0);
  }

  /** The steps that led to {@code last}, the first one first. */
  int[] to(int last) {
    int length = 0;
    for (int step = last; step != START; step = before[step]) {
      length++;
    }
    int[] steps = new int[length];
    for (int step = last; step != START; step = before[step]) {
      steps[--length] = step;
    }
    return steps;
  }

  /** Which writer was placed then, or the complement of the group of one of unknown outcome. */
  int writer(int step) {
    return writer[step];
  }

  /** Before which event it was placed, or {@link #HIDDEN}. */
  int position(int step) {
    return position[step];
  }
}
