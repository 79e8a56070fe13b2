package io.quorate.checker.lazy;

import io.quorate.checker.search.RegisterOperations.Kind;
import java.util.Arrays;

/**
 * What is open at a moment of the line, the same for all configurations: which operations, in the
 * orders in which they are looked for, and as masks of slots.
 */
final class Open {
  private static final int NIL = -1;

  private final Line line;
  private final int words;

  /** By slot, which operation has it and which slot is next in its list. */
  private final int[] occupant;

  private final int[] next;

  /** The slots of a group's writers by return. */
  private final int[] firstOf;

  /** The slots of reads, and of those that are sure a value differs, by value, in any order. */
  private final int[] firstReader;

  private final int[] firstDiffering;

  /** By value, the slots of reads that are satisfied while the register holds it. */
  final long[][] satisfied;

  /** The slots of compare-and-sets, of writes, and of those that need not be placed. */
  final long[] sets;

  final long[] writes;
  final long[] optional;

  /** By group, how many of unknown outcome were invoked. */
  final int[] unknown;

  /** By value, how many compare-and-sets that see it could be placed. */
  private final int[] leavers;

  Open(Line line) {
    this.line = line;
    this.words = Shape.of(line).slotWords();
    this.firstOf = filled(line.groupSees.length);
    this.occupant = filled(line.slots);
    this.next = filled(line.slots);
    this.firstReader = filled(line.values);
    this.firstDiffering = filled(line.values);
    this.satisfied = new long[line.values][words];
    this.sets = new long[words];
    this.writes = new long[words];
    this.optional = new long[words];
    this.unknown = new int[line.unknown.length];
    this.leavers = new int[line.values];
  }

  /** All of unknown outcome invoked before this position are. */
  void invokedBefore(int position) {
    for (int group = 0; group < unknown.length; group++) {
      unknown[group] = line.unknownBefore(group, position);
      if (line.groupSees[group] != Line.NONE) {
        leavers[line.groupSees[group]] += unknown[group];
      }
    }
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NIL);
    return array;
  }

  /** An operation is invoked. */
  void invoked(int op) {
    if (line.kind[op] == Kind.CAS) {
      leavers[line.sees[op]]++;
    }
    if (!line.returns(op)) {
      unknown[line.group[op]]++;
      return;
    }
    occupant[line.slot[op]] = op;
    switch (line.kind[op]) {
      case READ -> reader(op, firstReader);
      case DIFFERS -> reader(op, firstDiffering);
      case WRITE -> writer(op, writes);
      case CAS -> writer(op, sets);
      case NOTHING -> throw new IllegalArgumentException("it says nothing");
    }
  }

  private void reader(int op, int[] first) {
    int slot = line.slot[op];
    next[slot] = first[line.sees[op]];
    first[line.sees[op]] = slot;
    for (int value = 0; value < line.values; value++) {
      if ((value == line.sees[op]) == (line.kind[op] == Kind.READ)) {
        mark(satisfied[value], slot, true);
      }
    }
  }

  private void writer(int op, long[] mask) {
    int slot = line.slot[op];
    mark(mask, slot, true);
    int before = NIL;
    int after = firstOf[line.group[op]];
    while (after != NIL && line.end[occupant[after]] < line.end[op]) {
      before = after;
      after = next[after];
    }
    next[slot] = after;
    if (before == NIL) {
      firstOf[line.group[op]] = slot;
    } else {
      next[before] = slot;
    }
  }

  /** An operation returns. */
  void returned(int op) {
    int slot = line.slot[op];
    switch (line.kind[op]) {
      case READ -> leave(slot, firstReader, line.sees[op]);
      case DIFFERS -> leave(slot, firstDiffering, line.sees[op]);
      case WRITE, CAS -> leave(slot, firstOf, line.group[op]);
      case NOTHING -> throw new IllegalArgumentException("it says nothing");
    }
    if (line.kind[op] == Kind.CAS) {
      leavers[line.sees[op]]--;
    }
    if (line.group[op] == Line.NONE) {
      for (long[] mask : satisfied) {
        mark(mask, slot, false);
      }
    }
    mark(sets, slot, false);
    mark(writes, slot, false);
    mark(optional, slot, false);
    occupant[slot] = NIL;
  }

  private void leave(int slot, int[] first, int list) {
    if (first[list] == slot) {
      first[list] = next[slot];
      return;
    }
    int before = first[list];
    while (next[before] != slot) {
      before = next[before];
    }
    next[before] = next[slot];
  }

  private static void mark(long[] mask, int slot, boolean on) {
    long bit = 1L << slot;
    mask[slot >> 6] = on ? mask[slot >> 6] | bit : mask[slot >> 6] & ~bit;
  }

  /** The slots in this word of reads, and of those that are sure a value differs. */
  long reads(int word) {
    long reads = 0;
    for (long[] mask : satisfied) {
      reads |= mask[word];
    }
    return reads;
  }

  /** Which operation has this slot, or -1. */
  int occupant(int slot) {
    return occupant[slot];
  }

  /** From now on the operation that has this slot need not be placed. */
  void makeOptional(int slot) {
    mark(optional, slot, true);
  }

  boolean isOptional(int slot) {
    return (optional[slot >> 6] & (1L << slot)) != 0;
  }

  /** Whether some compare-and-set could be placed when the register holds this. */
  boolean canBeLeft(int value) {
    return leavers[value] > 0;
  }

  /** The slot of the writer of this group that returns first of those open, or -1. */
  int first(int group) {
    return firstOf[group];
  }

  /** The slot of the next one in its list, or -1. */
  int after(int slot) {
    return next[slot];
  }

  /** The slot of an open read of this value, or -1; {@link #after} has the next one. */
  int reader(int value) {
    return firstReader[value];
  }

  /** The slot of an open operation that is sure the value is not this one, or -1. */
  int differing(int value) {
    return firstDiffering[value];
  }
}
