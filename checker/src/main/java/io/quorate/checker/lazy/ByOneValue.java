package io.quorate.checker.lazy;

import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.Selection;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Shows that there is no order by asking about one value alone, then about the next: the register
 * then has two states, the operations of unknown outcome two kinds, and the complete sweep, which
 * counts them, seldom explodes. What it refutes are above all returns to a value that there are not
 * enough writers for.
 */
final class ByOneValue {
  /** A register with no more values gains nothing. */
  private static final int FEW = 2;

  /** Most values asked about. */
  private static final int MOST = 8;

  /** How far back, in events times slots, values are looked for. */
  private static final int REACH = 64;

  /** How wide a beam is that only counts. */
  private static final int WIDTH = 64;

  /** Each search gets one in so many of the steps that are left. */
  private static final int PARTS = 2;

  private final RegisterOperations register;
  private final Selection selection;
  private final Line line;
  private final Deadline deadline;
  private final Memory memory;
  private final BitSet asked = new BitSet();
  private long configurations;

  ByOneValue(
      RegisterOperations register,
      Selection selection,
      Line line,
      Deadline deadline,
      Memory memory) {
    this.register = register;
    this.selection = selection;
    this.line = line;
    this.deadline = deadline;
    this.memory = memory;
  }

  /** How many configurations were looked at. */
  long configurations() {
    return configurations;
  }

  /** Asks about the values seen right before this place, unless they were asked about before. */
  LazySearch.@Nullable Result refutation(int at) {
    if (register.values() <= FEW) {
      return null;
    }
    for (int p = at; p >= 0 && p > at - REACH * Math.max(1, line.slots); p--) {
      int event = line.events[p];
      int value = line.sees[event < 0 ? ~event : event];
      if (value != Line.NONE && !asked.get(value) && asked.cardinality() < MOST) {
        asked.set(value);
        LazySearch.Result result = ask(value);
        if (result != null && result.outcome() == LazySearch.Outcome.ILLEGAL) {
          return result;
        }
      }
    }
    return null;
  }

  /**
   * By value, about how many of unknown outcome that leave it are needed before the event {@code
   * at}, as far as that value alone tells; 0 where it was not found out.
   */
  int[] needed(int at) {
    int[] needed = new int[line.values];
    long bytes = register.operations().bytes();
    for (int value = 0; value < line.values; value++) {
      if (!deadline.over() && memory.reserve(bytes)) {
        needed[value] = needed(value, line.moment(at));
        memory.release(bytes);
      }
    }
    return needed;
  }

  private int needed(int value, long moment) {
    Line told = Line.of(register.telling(value, selection), selection);
    Shape shape = Shape.of(told);
    Supply supply = Supply.exact(told);
    Sweep sweep = new Sweep(told, new Open(told), 0, WIDTH, supply, Trail.none(), deadline, memory);
    long[] first = new long[shape.width()];
    Shape.state(first, 0, told.initial, 0);
    sweep.begin(first, 0, Trail.START);
    int end = told.positionOf(moment);
    while (sweep.position() < end && !sweep.dead() && !sweep.late()) {
      sweep.step();
    }
    int least = leastUsed(sweep.configurations(), told, shape);
    configurations += sweep.seen();
    sweep.close();
    return least;
  }

  private static int leastUsed(Bunch bunch, Line told, Shape shape) {
    int least = bunch.size() == 0 ? 0 : Integer.MAX_VALUE;
    for (int i = 0; i < bunch.size(); i++) {
      int used = 0;
      for (int group = 0; group < told.unknown.length; group++) {
        boolean tells = told.groupLeaves[group] == RegisterOperations.TOLD;
        used += tells ? shape.used(bunch.words(), bunch.at(i), group) : 0;
      }
      least = Math.min(least, used);
    }
    return least;
  }

  private LazySearch.@Nullable Result ask(int value) {
    long bytes = register.operations().bytes();
    if (deadline.over() || !memory.reserve(bytes)) {
      return null;
    }
    Deadline part = deadline.part(PARTS);
    LazySearch.Result result =
        LazySearch.search(register.telling(value, selection), selection, part, memory);
    deadline.add(part);
    memory.release(bytes);
    configurations += result.configurations();
    return result.byOne(value);
  }
}
