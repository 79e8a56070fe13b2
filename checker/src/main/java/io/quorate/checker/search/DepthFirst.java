package io.quorate.checker.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The search of Wing and Gong (1993) with the memory of Lowe (2017): place one operation after
 * another, each invoked before the first return still waiting; step back where nothing fits; never
 * explore the same set of placed operations in the same state twice.
 *
 * <p>What it does not try, and why nothing is lost:
 *
 * <ul>
 *   <li><em>Pure calls at once.</em> A call that changes no state and fits now is placed now, with
 *       no alternative: take any order that goes on from here, move the call to the front of it;
 *       every other call meets the same state as before.
 *   <li><em>One of equals.</em> Of candidates with the same call only the one that must return
 *       first is tried, one of unknown outcome last: in an order that takes the other one first,
 *       swap the two. Both were invoked, and the earlier deadline is met earlier.
 *   <li><em>Unknown calls that change nothing</em> now, or whose effect nobody left could see
 *       ({@link Rules#pointless}), need not take effect.
 *   <li><em>Hopeless moves</em>, see {@link Rules#hopeless}.
 * </ul>
 *
 * An instance runs once.
 */
public final class DepthFirst {
  /** How a search ended. */
  public enum Outcome {
    /** It found an order. */
    LEGAL,
    /** There is no order. */
    ILLEGAL,
    /** It used up its steps. */
    OUT_OF_STEPS,
    /** It used up its time. */
    OUT_OF_TIME,
    /** It used up its memory. */
    OUT_OF_MEMORY
  }

  private final Timeline timeline;
  private final Rules rules;
  private final Deadline deadline;
  private final Stack stack;
  private final Candidates candidates;
  private final Farthest farthest;
  private final Configurations seen;

  private DepthFirst(Problem problem, Deadline deadline, Memory memory, Configurations seen) {
    this.timeline = problem.timeline();
    this.rules = problem.rules();
    this.deadline = deadline;
    this.stack = new Stack(timeline, rules);
    this.candidates = new Candidates(timeline, rules, stack, memory);
    this.farthest = new Farthest(timeline.items);
    this.seen = seen;
  }

  /** What a search found, and how far it came. */
  public static final class Result {
    private final Outcome outcome;
    private final long configurations;
    private final int[] order;
    private final int waitingFor;
    private final List<String> states;

    private Result(
        Outcome outcome, long configurations, int[] order, int waitingFor, List<String> states) {
      this.outcome = outcome;
      this.configurations = configurations;
      this.order = order;
      this.waitingFor = waitingFor;
      this.states = states;
    }

    /** Returns how it ended. */
    public Outcome outcome() {
      return outcome;
    }

    /** Returns how many configurations were explored. */
    public long configurations() {
      return configurations;
    }

    /**
     * Returns the operations in the order found, as indices into {@link Operations}; where there is
     * none, in the order that came farthest.
     */
    public int[] order() {
      return order.clone();
    }

    /** Returns the operation whose return no order passed, or -1 when an order was found. */
    public int waitingFor() {
      return waitingFor;
    }

    /** Returns the states the farthest orders ended in. */
    public List<String> states() {
      return states;
    }
  }

  /** Searches an order for {@code problem}, within {@code deadline} and {@code memory}. */
  public static Result search(Problem problem, Deadline deadline, Memory memory) {
    long bytes = 64L * problem.timeline().items + 4096;
    Configurations seen = memory.reserve(bytes) ? Configurations.open(memory) : null;
    if (seen == null) {
      return new Result(Outcome.OUT_OF_MEMORY, 0, new int[0], -1, List.of());
    }
    DepthFirst search = new DepthFirst(problem, deadline, memory, seen);
    return search.result(search.run());
  }

  private Outcome run() {
    boolean stepping = enter();
    while (!stack.complete()) {
      if (incomplete() || !seen.ready()) {
        return Outcome.OUT_OF_MEMORY;
      }
      if (deadline.passed()) {
        return deadline.late() ? Outcome.OUT_OF_TIME : Outcome.OUT_OF_STEPS;
      }
      if (stepping) {
        candidates.push();
      }
      if (!candidates.advance(farthest)) {
        return incomplete() ? Outcome.OUT_OF_MEMORY : Outcome.ILLEGAL;
      }
      stepping = enter();
    }
    return Outcome.LEGAL;
  }

  /** Whether something was not looked at for want of memory. */
  private boolean incomplete() {
    return rules.exhausted() || candidates.full();
  }

  /** Places what is pure; returns whether the configuration is new. */
  private boolean enter() {
    stack.settle();
    if (stack.complete()) {
      return true;
    }
    farthest.reach(stack.firstReturn(), stack.depth(), stack.state());
    return seen.add(stack.high(), stack.low());
  }

  private Result result(Outcome outcome) {
    List<String> states = new ArrayList<>();
    if (outcome == Outcome.LEGAL) {
      return new Result(outcome, seen.size(), sources(stack.moves()), -1, states);
    }
    farthest.cut(stack.rawMoves(), 0);
    for (int state : farthest.states()) {
      states.add(rules.describe(state));
    }
    int waiting = farthest.position() < 0 ? -1 : itemReturningAt(farthest.position());
    return new Result(outcome, seen.size(), sources(farthest.items()), waiting, states);
  }

  private int itemReturningAt(int position) {
    for (int i = 0; i < timeline.items; i++) {
      if (timeline.end[i] == position) {
        return timeline.source[i];
      }
    }
    throw new IllegalStateException("nothing returns at " + position);
  }

  private int[] sources(int[] items) {
    return Arrays.stream(items).map(item -> timeline.source[item]).toArray();
  }
}
