package io.quorate.checker.lazy;

import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether operations on a register have an order, by bounds from two sides: a beam that can
 * only show that they have one, windows that can only show that they have none, and a complete
 * sweep where neither does. Made for few values and many operations at a time.
 *
 * <p>An instance runs once.
 */
public final class LazySearch {
  /** How a search ended. */
  public enum Outcome {
    /** There is an order. */
    LEGAL,
    /** There is none. */
    ILLEGAL,
    /** It used up its steps or its time. */
    OUT_OF_TIME,
    /** It used up its memory. */
    OUT_OF_MEMORY
  }

  /**
   * What was found.
   *
   * @param configurations how many were looked at
   * @param from where the part begins that shows that there is none: the order number of its first
   *     event, 0 for the whole
   * @param until an operation at whose return it is shown, or where the search stood; -1 for none
   * @param telling the only value it was asked about, {@link RegisterOperations#NONE} for all
   * @param order where there is one and it was asked for, the operations in it; empty where there
   *     was no memory for it
   */
  public record Result(
      Outcome outcome, long configurations, long from, int until, int telling, int[] order) {
    Result(Outcome outcome, long configurations, long from, int until) {
      this(outcome, configurations, from, until, RegisterOperations.NONE, new int[0]);
    }

    /** The same found by asking about this value alone. */
    Result byOne(int value) {
      return new Result(outcome, configurations, from, until, value, order);
    }

    private Result in(int[] found) {
      return new Result(outcome, configurations, from, until, telling, found);
    }
  }

  /** The narrowest beam. */
  private static final int BEAM = 8;

  /** How many times wider it becomes, at most, where it is stuck again and again. */
  private static final int WIDEST = 16;

  /** After so many strides without being stuck it becomes narrower. */
  private static final int CALM = 16;

  /** How often a beam that is stuck goes back, each time farther and wider. */
  private static final int BACKS = 8;

  /** How far before the place where the beam is stuck a window begins, the first time. */
  private static final int NEAREST_WINDOW = 4;

  /** How much farther the next one begins. */
  private static final int FARTHER = 4;

  /** After how many times of going back pools are asked too: most places are passed before. */
  private static final int POOLS_LATER = 2;

  /** A window with more configurations is given up, unless it is the last. */
  private static final int MOST_IN_WINDOW = 500;

  /** So is one of which a single step has more nodes. */
  private static final int MOST_NODES = 5000;

  /** The widest beam. */
  private static final int MOST_WIDE = 4096;

  /** What goes through the whole history may cost so many times what going back did. */
  private static final long DEARER = 64;

  private final Line line;
  private final Shape shape;
  private final RegisterOperations register;
  private final ByOneValue byOneValue;
  private final Passes passes;
  private final Trail trail;
  private final Places places;
  private final Deadline deadline;
  private final Memory memory;
  private final int stride;
  private final int narrowest;
  private final Snapshots snapshots = new Snapshots();
  private Supply exact;
  private int pricedAt = -1;
  private int beam;
  private long configurations;
  private long from;
  private int diedAt;
  private int farthest = -1;
  private boolean full;
  private @Nullable Result byOne;

  private LazySearch(
      RegisterOperations register,
      Selection selection,
      int beam,
      Passes passes,
      Trail trail,
      Deadline deadline,
      Memory memory) {
    this.passes = passes;
    this.narrowest = beam;
    this.beam = beam;
    this.register = register;
    this.trail = trail;
    this.line = Line.of(register, selection);
    this.byOneValue = new ByOneValue(register, selection, line, deadline, memory);
    this.shape = Shape.of(line);
    this.places = new Places(line);
    this.exact = Supply.exact(line);
    this.deadline = deadline;
    this.memory = memory;
    this.stride = Math.max(32, 2 * line.slots);
  }

  /** Searches an order of the operations that {@code selection} takes in. */
  public static Result search(
      RegisterOperations register, Selection selection, Deadline deadline, Memory memory) {
    return search(register, selection, BEAM, new Passes(), Trail.none(), deadline, memory);
  }

  /** Searches an order of all operations, of which {@code passes} were made before. */
  public static Result search(
      RegisterOperations register, Passes passes, Deadline deadline, Memory memory) {
    Selection all = Selection.all(register.size());
    return search(register, all, BEAM, passes, Trail.none(), deadline, memory);
  }

  /** The same, and tells the order. */
  public static Result order(
      RegisterOperations register, Passes passes, Deadline deadline, Memory memory) {
    Selection all = Selection.all(register.size());
    return search(register, all, BEAM, passes, Trail.noting(memory), deadline, memory);
  }

  /** The same with another narrowest beam and a trail of one's own. */
  static Result search(
      RegisterOperations register,
      Selection selection,
      int beam,
      Passes passes,
      Trail trail,
      Deadline deadline,
      Memory memory) {
    LazySearch search = new LazySearch(register, selection, beam, passes, trail, deadline, memory);
    for (int[] unknown : search.line.unknown) {
      if (unknown.length > Shape.MOST_UNKNOWN) {
        return new Result(Outcome.OUT_OF_MEMORY, 0, 0, -1);
      }
    }
    return search.run();
  }

  /** The complete sweep alone: exact, and slower. */
  static Result complete(
      RegisterOperations register,
      Selection selection,
      Trail trail,
      Deadline deadline,
      Memory memory) {
    return new LazySearch(register, selection, BEAM, new Passes(), trail, deadline, memory)
        .complete();
  }

  /**
   * Whether a window that begins at {@code position} shows that there is no order: never, when
   * there is one.
   */
  static boolean refutes(
      RegisterOperations register, int position, Deadline deadline, Memory memory) {
    Selection all = Selection.all(register.size());
    LazySearch search =
        new LazySearch(register, all, BEAM, new Passes(), Trail.none(), deadline, memory);
    Line line = search.line;
    int begin = Math.min(position, line.events.length);
    boolean dead = search.window(begin, line.events.length, Supply.endless(line), true);
    for (int value = Line.NONE; value < line.values; value++) {
      dead |= search.window(begin, line.events.length, Supply.pooled(line, value), true);
    }
    return dead;
  }

  private Result run() {
    Sweep next = start(beam);
    int stuckBefore = -1;
    int backs = 0;
    while (true) {
      Sweep stuck = sweep(next, Math.min(line.events.length, stuckBefore + stride), true);
      proceed(stuck);
      if (!stuck.dead() && !stuck.late()) {
        return legal(stuck);
      }
      if (stuck.late()) {
        return ended(stuck, Outcome.OUT_OF_TIME, -1);
      }
      int at = stuck.position() - 1;
      farthest = line.source[~line.events[at]];
      boolean again = at <= stuckBefore;
      if (!stuck.cut()) {
        return ended(stuck, Outcome.ILLEGAL, at);
      }
      close(stuck);
      if (again && refuted(at, backs)) {
        return illegal();
      }
      Sweep through = again && backs > 0 && hasUnknown(at) ? pass(at, backs) : null;
      if (through == null && again && !over() && refutedByPools(at, backs)) {
        return illegal();
      }
      backs = again && through == null ? backs + 1 : 0;
      beam = Math.min(WIDEST * narrowest, 2 * beam);
      stuckBefore = Math.max(stuckBefore, at);
      if (over() || backs > BACKS) {
        return over() ? late(full) : complete();
      }
      next = through == null ? back(at, backs) : through;
    }
  }

  /** A beam of the same width from the beginning to well behind {@code at}, if one comes so far. */
  private @Nullable Sweep pass(int at, int backs) {
    int to = (int) Math.min(line.events.length, at + (long) CALM * stride);
    while (!over() && passes.left() && affordable(at, passes.width(), backs)) {
      price(at);
      Sweep pass = sweep(start(passes.width()), to, false);
      if (!pass.dead() && !pass.late()) {
        snapshots.clear();
        snapshots.note(pass);
        return pass;
      }
      boolean late = pass.late();
      close(pass);
      if (late) {
        return null;
      }
      passes.died();
    }
    return null;
  }

  /** From now on those of unknown outcome are the dearer, the scarcer they are at {@code at}. */
  private void price(int at) {
    if (at > pricedAt) {
      pricedAt = at;
      long before = byOneValue.configurations();
      exact = Supply.priced(line, at, byOneValue.needed(at));
      configurations += byOneValue.configurations() - before;
    }
  }

  private Result legal(Sweep sweep) {
    int end = sweep.configurations().steps()[0];
    Result result = ended(sweep, Outcome.LEGAL, -1);
    return result.in(Linearization.of(trail, end, line, register, memory));
  }

  /** Goes on to the end with a beam that becomes narrower the longer it is not stuck. */
  private void proceed(Sweep sweep) {
    while (sweep.position() < line.events.length && !sweep.dead() && !sweep.late()) {
      sweep.narrow(beam);
      long calm = sweep.position() + (long) CALM * stride;
      sweep(sweep, (int) Math.min(line.events.length, calm), true);
      if (!sweep.dead()) {
        beam = Math.max(narrowest, beam / 2);
      }
    }
  }

  private Result ended(Sweep sweep, Outcome outcome, int at) {
    boolean noMemory = sweep.full();
    close(sweep);
    if (outcome == Outcome.OUT_OF_TIME) {
      return late(noMemory);
    }
    return new Result(outcome, configurations, from, at < 0 ? -1 : line.source[~line.events[at]]);
  }

  private Result illegal() {
    if (byOne != null) {
      return new Result(Outcome.ILLEGAL, configurations, byOne.from(), byOne.until())
          .byOne(byOne.telling());
    }
    return new Result(Outcome.ILLEGAL, configurations, from, line.source[~line.events[diedAt]]);
  }

  private Result late(boolean noMemory) {
    Outcome outcome = noMemory ? Outcome.OUT_OF_MEMORY : Outcome.OUT_OF_TIME;
    return new Result(outcome, configurations, 0, farthest);
  }

  private void close(Sweep sweep) {
    configurations += sweep.seen();
    sweep.close();
  }

  private Result complete() {
    Sweep all = sweep(start(0), line.events.length, false);
    if (all.late()) {
      return ended(all, Outcome.OUT_OF_TIME, -1);
    }
    return all.dead() ? ended(all, Outcome.ILLEGAL, all.position() - 1) : legal(all);
  }

  private Sweep start(int width) {
    Sweep sweep = new Sweep(line, new Open(line), 0, width, exact, trail, deadline, memory);
    long[] first = new long[shape.width()];
    Shape.state(first, 0, line.initial, 0);
    sweep.begin(first, 0, Trail.START);
    return sweep;
  }

  private Sweep sweep(Sweep sweep, int to, boolean noting) {
    while (sweep.position() < to && !sweep.dead() && !sweep.late()) {
      if (noting && sweep.position() % stride == 0) {
        snapshots.note(sweep);
      }
      sweep.step();
      if (trail.crowded()) {
        tidy(sweep.configurations());
      }
    }
    return sweep;
  }

  /** Keeps of the trail what led to configurations that there still are. */
  private void tidy(Bunch bunch) {
    trail.keep(bunch.steps(), bunch.size());
    snapshots.keep(trail);
    trail.compact();
    trail.renumber(bunch.steps(), bunch.size());
    snapshots.renumber(trail);
    trail.settle();
  }

  /** Whether so wide a beam from the beginning costs little enough beside going back. */
  private boolean affordable(int at, int width, int backs) {
    return (long) width * at <= DEARER * reach(backs) * width(backs);
  }

  /** How far the beam goes back. */
  private long reach(int backs) {
    return (long) stride << backs;
  }

  /** How wide the beam is that went back. */
  private int width(int backs) {
    return Math.min(MOST_WIDE, beam << (2 * (backs + 1)));
  }

  /** A wider beam from farther back. */
  private Sweep back(int at, int backs) {
    Snapshots.Snapshot from = snapshots.back(at - reach(backs));
    int width = width(backs);
    if (from == null || from.position() > at) {
      return start(width);
    }
    Sweep sweep =
        new Sweep(
            line,
            places.before(from.position()),
            from.position(),
            width,
            exact,
            trail,
            deadline,
            memory);
    sweep.beginCut();
    for (int i = 0; i < from.count(); i++) {
      sweep.begin(from.words(), i * shape.width(), from.steps()[i]);
    }
    return sweep;
  }

  /** Whether there is no order even of what is seen of one value. */
  private boolean refutedByOneValue(int at, int backs) {
    if (!affordable(at, line.values * BEAM, backs)) {
      return false;
    }
    long before = byOneValue.configurations();
    byOne = byOneValue.refutation(at);
    configurations += byOneValue.configurations() - before;
    return byOne != null;
  }

  /** Whether a window with endless supplies shows that no order passes there, or one value does. */
  private boolean refuted(int at, int backs) {
    return window(begin(at, backs), end(at), Supply.endless(line), backs >= BACKS)
        || (backs > 0 && hasUnknown(at) && refutedByOneValue(at, backs));
  }

  /** Whether a window in which numbers are shared shows it. */
  private boolean refutedByPools(int at, int backs) {
    if (backs < POOLS_LATER || !hasUnknown(at)) {
      return false;
    }
    boolean last = backs >= BACKS;
    int begin = begin(at, backs);
    boolean dead = window(begin, end(at), Supply.pooled(line, Line.NONE), last);
    for (int value = 0; value < line.values && !dead && !over(); value++) {
      dead = window(begin, end(at), Supply.pooled(line, value), last);
    }
    return dead;
  }

  /** Where a window begins: the farther, the more often it is stuck. */
  private int begin(int at, int backs) {
    long before = NEAREST_WINDOW * (long) Math.max(4, line.slots);
    for (int i = 0; i < backs; i++) {
      before *= FARTHER;
    }
    return (int) Math.max(0, at - before);
  }

  private int end(int at) {
    return Math.min(line.events.length, at + 1 + stride);
  }

  private boolean over() {
    return full || deadline.over();
  }

  private boolean hasUnknown(int at) {
    for (int[] invoked : line.unknown) {
      if (invoked.length > 0 && invoked[0] < at) {
        return true;
      }
    }
    return false;
  }

  /**
   * A sweep from any value there, with all reads satisfied, no writer owed, and no fewer of unknown
   * outcome than there can be: if it dies, so does every order.
   */
  private boolean window(int begin, int end, Supply supply, boolean last) {
    Open open = places.before(begin);
    Sweep sweep = new Sweep(line, open, begin, 0, supply, Trail.none(), deadline, memory);
    for (int value = 0; value < line.values; value++) {
      long[] any = new long[shape.width()];
      Shape.state(any, 0, value, begin);
      for (int slot = 0; slot < line.slots; slot++) {
        int op = open.occupant(slot);
        if (op != Line.NONE && line.group[op] == Line.NONE) {
          Shape.set(any, 0, slot);
        }
      }
      sweep.begin(any, 0, Trail.START);
    }
    for (int slot = 0; slot < line.slots; slot++) {
      if (open.occupant(slot) != Line.NONE && line.group[open.occupant(slot)] != Line.NONE) {
        open.makeOptional(slot);
      }
    }
    sweep.limitNodes(last ? Integer.MAX_VALUE : MOST_NODES);
    while (sweep.position() < end && !sweep.dead() && !sweep.late() && !sweep.cut()) {
      if (!last && sweep.configurations().size() > MOST_IN_WINDOW) {
        break;
      }
      sweep.step();
    }
    boolean dead = sweep.dead() && !sweep.late() && !sweep.cut();
    if (dead) {
      from = line.moment(begin);
      diedAt = sweep.position() - 1;
    }
    full |= sweep.full();
    close(sweep);
    return dead;
  }
}
