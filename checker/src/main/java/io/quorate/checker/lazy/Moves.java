package io.quorate.checker.lazy;

import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.RegisterOperations.Kind;
import java.util.Arrays;

/**
 * All ways to go on from a configuration so that an operation that returns now is placed: the only
 * place where anything is. Breadth first over the writers that could come before it.
 *
 * <p>Of equal writers the one that returns first is taken, one of unknown outcome last. No write
 * comes right behind another: the first would be hidden, which may be decided later.
 */
final class Moves {
  /** With how many of the latest ones each new one is compared. */
  private static final int COMPARED = 64;

  /** In place of a node's step: it was not noted yet. */
  private static final int NOT_NOTED = -2;

  private final Line line;
  private final Shape shape;
  private final Open open;
  private final Dominance dominance;
  private final Supply supply;
  private final Deadline deadline;
  private final Memory memory;
  private long[] nodes;
  private boolean[] wrote;
  private int[] unknownMoves;

  /** By node the one it came from, the writer placed as a trail has it, and the trail's step. */
  private int[] cameFrom;

  private int[] placed;
  private int[] step;
  private final Trail trail;
  private int size;
  private int limit = Integer.MAX_VALUE;
  private int allowance = Integer.MAX_VALUE;
  private boolean cut;
  private boolean full;
  private long reserved;
  private Bunch out;
  private int op;
  private int now;
  private int last;

  /**
   * Moves on {@code line}.
   *
   * @param supply how often those of unknown outcome may be placed
   * @param trail where it is noted which writers were placed
   */
  Moves(
      Line line,
      Open open,
      Bunch out,
      Supply supply,
      Trail trail,
      Dominance dominance,
      Deadline deadline,
      Memory memory) {
    this.line = line;
    this.shape = Shape.of(line);
    this.open = open;
    this.out = out;
    this.supply = supply;
    this.trail = trail;
    this.dominance = dominance;
    this.deadline = deadline;
    this.memory = memory;
    int room = 16;
    nodes = new long[room * shape.width()];
    wrote = new boolean[room];
    unknownMoves = new int[room];
    cameFrom = new int[room];
    placed = new int[room];
    step = new int[room];
  }

  /** Where results go from now on. */
  void into(Bunch bunch) {
    out = bunch;
  }

  /** From now on at most so many nodes a time, and so many of unknown outcome placed on a way. */
  void limits(int mostNodes, int mostUnknown) {
    limit = mostNodes;
    allowance = mostUnknown;
  }

  /** Whether a limit kept something from being tried; asking forgets it. */
  boolean wasCut() {
    boolean was = cut;
    cut = false;
    return was;
  }

  boolean full() {
    return full || out.full();
  }

  /** Gives its memory back. */
  void close() {
    memory.release(reserved);
  }

  /** Adds a configuration as it is; its slot becomes free. */
  void release(Bunch from, int index, int slot) {
    int at = from.at(index);
    long[] copy = Arrays.copyOfRange(from.words(), at, at + shape.width());
    Shape.clear(copy, 0, slot);
    out.add(copy, 0, from.steps()[index]);
  }

  /** Adds to the results every configuration in which {@code returning} is placed. */
  void extend(Bunch from, int index, int returning, int position) {
    op = returning;
    now = position;
    size = 0;
    push(from.words(), from.at(index), false, 0);
    step[0] = from.steps()[index];
    for (int i = 0; i < size && !full(); i++) {
      if (size > limit) {
        cut = true;
        return;
      }
      if (deadline.passed()) {
        return;
      }
      finish(i);
      for (int group : line.leaving[Shape.value(nodes, at(i))]) {
        move(i, group);
      }
      if (!wrote[i]) {
        for (int group : line.writes) {
          if (useful(line.groupLeaves[group])) {
            move(i, group);
          }
        }
      }
    }
  }

  private int at(int node) {
    return node * shape.width();
  }

  /** Whether writing this value brings the returning operation nearer. */
  private boolean useful(int value) {
    boolean enabled =
        switch (line.kind[op]) {
          case READ, CAS -> line.sees[op] == value;
          case DIFFERS -> line.sees[op] != value;
          case WRITE, NOTHING -> false;
        };
    return enabled || open.canBeLeft(value);
  }

  private void finish(int node) {
    int at = at(node);
    switch (line.kind[op]) {
      case READ, DIFFERS -> {
        if (Shape.has(nodes, at, line.slot[op])) {
          emit(node, Shape.value(nodes, at), Shape.wroteAt(nodes, at));
        }
      }
      case CAS -> {
        if (Shape.value(nodes, at) == line.sees[op]) {
          emit(node, line.leaves[op], Shape.wroteAt(nodes, at));
        }
      }
      case WRITE -> {
        if (!wrote[node]) {
          emit(node, line.leaves[op], now);
        }
      }
      case NOTHING -> throw new IllegalArgumentException("it says nothing");
    }
  }

  private void emit(int node, int value, int wroteAt) {
    long[] copy = Arrays.copyOfRange(nodes, at(node), at(node) + shape.width());
    hold(copy, 0, value, wroteAt);
    Shape.clear(copy, 0, line.slot[op]);
    boolean isNew = out.add(copy, 0, Trail.START);
    if (isNew && trail.on()) {
      boolean writes = line.group[op] != Line.NONE;
      out.lastBy(writes ? trail.add(noted(node), op, now) : noted(node));
    }
  }

  /** The step that led to {@code node}, noted once somebody came by there. */
  private int noted(int node) {
    if (step[node] == NOT_NOTED) {
      step[node] = trail.add(noted(cameFrom[node]), placed[node], now);
    }
    return step[node];
  }

  /** The register holds another value: what reads it is satisfied. */
  private void hold(long[] words, int at, int value, int wroteAt) {
    Shape.state(words, at, value, wroteAt);
    for (int w = 0; w < shape.slotWords(); w++) {
      words[at + 1 + w] |= open.satisfied[value][w];
    }
  }

  /** Places a writer of this group next, if there is one. */
  private void move(int node, int group) {
    if (group == line.group[op]) {
      return; // of its group the returning one comes first, and that is the end of the way
    }
    boolean optional = false;
    for (int slot = open.first(group); slot >= 0; slot = open.after(slot)) {
      if (!Shape.has(nodes, at(node), slot)) {
        boolean may = open.isOptional(slot);
        if (!may || !optional) {
          place(node, group, slot);
        }
        if (!may) {
          return; // what returns later, or never, can stand in for it later
        }
        optional = true;
      }
    }
    if (supply.has(nodes, at(node), group, open, open.unknown[group])) {
      if (unknownMoves[node] >= allowance) {
        cut = true;
      } else {
        place(node, group, Line.NONE);
      }
    }
  }

  private void place(int node, int group, int slot) {
    int at = at(node);
    boolean writes = line.groupSees[group] == Line.NONE;
    long[] copy = Arrays.copyOfRange(nodes, at, at + shape.width());
    hold(copy, 0, line.groupLeaves[group], writes ? now : Shape.wroteAt(copy, 0));
    boolean unknown = slot == Line.NONE;
    if (!unknown) {
      Shape.set(copy, 0, slot);
    } else {
      supply.take(copy, 0, group);
    }
    if (push(copy, 0, writes, unknownMoves[node] + (unknown ? 1 : 0))) {
      cameFrom[size - 1] = node;
      placed[size - 1] = unknown ? ~group : open.occupant(slot);
    }
  }

  private boolean push(long[] words, int at, boolean write, int unknown) {
    for (int k = size - 1; k >= Math.max(0, size - COMPARED); k--) {
      boolean freer = (!wrote[k] || write) && unknownMoves[k] <= unknown;
      if (freer && dominance.holds(nodes, at(k), words, at, open, false)) {
        return false;
      }
    }
    if (size == wrote.length && !grow()) {
      return false;
    }
    System.arraycopy(words, at, nodes, at(size), shape.width());
    wrote[size] = write;
    step[size] = NOT_NOTED;
    unknownMoves[size++] = unknown;
    return true;
  }

  private boolean grow() {
    long bytes = size * (8L * shape.width() + 17);
    full |= !memory.reserve(bytes);
    if (!full) {
      reserved += bytes;
      nodes = Arrays.copyOf(nodes, 2 * nodes.length);
      wrote = Arrays.copyOf(wrote, 2 * size);
      unknownMoves = Arrays.copyOf(unknownMoves, 2 * size);
      cameFrom = Arrays.copyOf(cameFrom, 2 * size);
      placed = Arrays.copyOf(placed, 2 * size);
      step = Arrays.copyOf(step, 2 * size);
    }
    return !full;
  }

  /**
   * Adds what comes of deciding only now that a write was placed right before the last one, which
   * hid it: the returning operation is that write, or saw it.
   */
  void hide(Bunch from, int index, int returning) {
    long[] words = from.words();
    int at = from.at(index);
    op = returning;
    last = from.steps()[index];
    int wroteAt = Shape.wroteAt(words, at);
    if (line.invoke[op] >= wroteAt || line.kind[op] == Kind.CAS) {
      return;
    }
    if (line.kind[op] == Kind.WRITE) {
      hidden(words, at, line.leaves[op], Line.NONE, Line.NONE);
      return;
    }
    for (int group : line.writes) {
      boolean shows = (line.groupLeaves[group] == line.sees[op]) == (line.kind[op] == Kind.READ);
      if (shows) {
        hideOneOf(group, words, at, wroteAt);
      }
    }
  }

  private void hideOneOf(int group, long[] words, int at, int wroteAt) {
    int value = line.groupLeaves[group];
    boolean optional = false;
    for (int slot = open.first(group); slot >= 0; slot = open.after(slot)) {
      boolean free = !Shape.has(words, at, slot) && line.invoke[open.occupant(slot)] < wroteAt;
      if (free) {
        boolean may = open.isOptional(slot);
        if (!may || !optional) {
          hidden(words, at, value, slot, Line.NONE);
        }
        if (!may) {
          return;
        }
        optional = true;
      }
    }
    int invoked = line.unknownBefore(group, wroteAt);
    if (supply.has(words, at, group, open, invoked)) {
      hidden(words, at, value, Line.NONE, group);
    }
  }

  private void hidden(long[] words, int at, int value, int slot, int unknownGroup) {
    long[] copy = Arrays.copyOfRange(words, at, at + shape.width());
    if (slot != Line.NONE) {
      Shape.set(copy, 0, slot);
    }
    if (unknownGroup != Line.NONE) {
      supply.take(copy, 0, unknownGroup);
    }
    showHidden(copy, 0, value);
    Shape.clear(copy, 0, line.slot[op]);
    int writer =
        unknownGroup != Line.NONE ? ~unknownGroup : slot != Line.NONE ? open.occupant(slot) : op;
    if (out.add(copy, 0, Trail.START) && trail.on()) {
      out.lastBy(trail.add(last, writer, Trail.HIDDEN));
    }
  }

  /** Satisfies what was invoked before the last write and may have seen this value right then. */
  void showHidden(long[] words, int at, int value) {
    int wroteAt = Shape.wroteAt(words, at);
    show(words, at, open.reader(value), wroteAt);
    for (int other = 0; other < line.values; other++) {
      if (other != value) {
        show(words, at, open.differing(other), wroteAt);
      }
    }
  }

  private void show(long[] words, int at, int first, int wroteAt) {
    for (int slot = first; slot >= 0; slot = open.after(slot)) {
      if (line.invoke[open.occupant(slot)] < wroteAt) {
        Shape.set(words, at, slot);
      }
    }
  }
}
