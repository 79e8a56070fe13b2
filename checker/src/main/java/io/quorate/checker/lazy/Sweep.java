package io.quorate.checker.lazy;

import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.RegisterOperations.Kind;

/**
 * One way through a line with a set of configurations, event by event.
 *
 * <p>A complete sweep that dies shows that there is no order, one that reaches the end that there
 * is one. When a limit made it leave something out it is {@linkplain #cut() cut} and only shows the
 * latter.
 */
final class Sweep {
  /** Which part of the width must survive an event before more of unknown outcome are tried. */
  private static final int ENOUGH = 4;

  private static final int ALL = Integer.MAX_VALUE;
  private static final int[] ALLOWANCES = {0, 1, 2, 4, ALL};

  /** Nodes of one extension in a beam, a configuration and besides. */
  private static final int NODES_A_CONFIGURATION = 4;

  private static final int NODES_BESIDES = 64;

  private final Line line;
  private final Open open;
  private final Dominance dominance;
  private final Deadline deadline;
  private final Moves moves;
  private final Beam beam;
  private int width;
  private int mostNodes = ALL;
  private Bunch now;
  private Bunch then;
  private int position;
  private long seen;
  private boolean cut;

  /**
   * A sweep that begins at {@code position} without a configuration.
   *
   * @param width most configurations kept, 0 for no limit
   * @param supply how often those of unknown outcome may be placed
   * @param trail where it is noted which writers were placed
   */
  Sweep(
      Line line,
      Open open,
      int position,
      int width,
      Supply supply,
      Trail trail,
      Deadline deadline,
      Memory memory) {
    this.line = line;
    this.open = open;
    this.position = position;
    this.width = width;
    this.deadline = deadline;
    Shape shape = Shape.of(line);
    this.now = new Bunch(shape.width(), memory);
    this.then = new Bunch(shape.width(), memory);
    this.dominance = new Dominance(shape, supply);
    this.moves = new Moves(line, open, then, supply, trail, dominance, deadline, memory);
    this.beam = new Beam(line, shape, supply);
  }

  /** Begins with this configuration too, which came about by {@code step}. */
  void begin(long[] words, int at, int step) {
    now.add(words, at, step);
  }

  /** From now on an extension has at most so many nodes. */
  void limitNodes(int most) {
    mostNodes = most;
  }

  /** It begins where something was left out before. */
  void beginCut() {
    cut = true;
  }

  /** From now on keeps at most so many. */
  void narrow(int most) {
    width = most;
  }

  /** Passes the next event; afterwards {@link #dead} and {@link #late} tell. */
  void step() {
    int event = line.events[position];
    if (event >= 0) {
      invoked(event);
    } else {
      returned(~event);
    }
    position++;
  }

  private void invoked(int op) {
    open.invoked(op);
    if (!line.returns(op) || line.group[op] != Line.NONE) {
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      int at = now.at(i);
      boolean equal = Shape.value(now.words(), at) == line.sees[op];
      if (equal == (line.kind[op] == Kind.READ)) {
        Shape.set(now.words(), at, line.slot[op]);
      }
    }
  }

  private void returned(int op) {
    int slot = line.slot[op];
    boolean may = open.isOptional(slot);
    if (!may && placedInAll(slot)) {
      free(slot);
      open.returned(op);
    } else {
      place(op, slot, may);
    }
    seen += now.size();
  }

  private void place(int op, int slot, boolean may) {
    if (width == 0) {
      pass(op, slot, may, ALL);
      cut |= moves.wasCut();
    } else {
      for (int allowance : ALLOWANCES) {
        pass(op, slot, may, allowance);
        boolean left = moves.wasCut();
        if (then.size() >= Math.max(1, width / ENOUGH) || !left || allowance == ALL || late()) {
          cut |= left;
          break;
        }
      }
    }
    open.returned(op);
    Bunch before = now;
    now = then;
    then = before;
    dominance.prune(now, open, width > 0 && cut);
    cut |= width > 0 && beam.narrow(now, open, width);
  }

  private boolean placedInAll(int slot) {
    for (int i = 0; i < now.size(); i++) {
      if (!Shape.has(now.words(), now.at(i), slot)) {
        return false;
      }
    }
    return true;
  }

  /** What is the same in all of them makes none of them needless that was not before. */
  private void free(int slot) {
    for (int i = 0; i < now.size(); i++) {
      Shape.clear(now.words(), now.at(i), slot);
    }
  }

  /** Fills {@code then} with what comes of all configurations when {@code op} returns. */
  private void pass(int op, int slot, boolean may, int allowance) {
    then.clear();
    moves.into(then);
    int nodes = width == 0 ? mostNodes : NODES_A_CONFIGURATION * width + NODES_BESIDES;
    moves.limits(nodes, allowance);
    for (int i = 0; i < now.size() && !late(); i++) {
      long[] words = now.words();
      int at = now.at(i);
      if (may || Shape.has(words, at, slot)) {
        moves.release(now, i, slot);
      }
      if (!Shape.has(words, at, slot)) {
        moves.hide(now, i, op);
        moves.extend(now, i, op, position);
      }
    }
  }

  /** Whether no configuration is left. */
  boolean dead() {
    return now.size() == 0;
  }

  /** Whether time, steps or memory ended it. */
  boolean late() {
    return deadline.over() || moves.full() || now.full();
  }

  /** Whether it was memory. */
  boolean full() {
    return moves.full() || now.full();
  }

  /** Whether something was left out, so that its death shows nothing. */
  boolean cut() {
    return cut;
  }

  /** The event that comes next. */
  int position() {
    return position;
  }

  Bunch configurations() {
    return now;
  }

  /** How many configurations there were after all events together. */
  long seen() {
    return seen;
  }

  /** Gives its memory back. */
  void close() {
    now.close();
    then.close();
    moves.close();
  }
}
