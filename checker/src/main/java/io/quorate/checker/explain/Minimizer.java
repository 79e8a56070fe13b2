package io.quorate.checker.explain;

import io.quorate.checker.lazy.LazySearch;
import io.quorate.checker.search.Deadline;
import io.quorate.checker.search.DepthFirst;
import io.quorate.checker.search.DepthFirst.Outcome;
import io.quorate.checker.search.Memory;
import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.checker.search.RegisterProblem;
import io.quorate.checker.search.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes an illegal closed set small: first the moment, then the observers, then the writers.
 *
 * <p>Leaving out an observer keeps a set closed, so observers go first, while all writers are in;
 * then writers go as far as the closure allows. What a bounded search cannot refute stays in; so
 * whatever the budget, the set is illegal and closed at every moment.
 */
final class Minimizer {
  /** Most steps of the lazy search spent on one question. */
  static final long STEPS = 400_000;

  /** How many times more the first question may take: all others depend on it. */
  private static final int PATIENCE = 4;

  /** A smaller set may take so many times the steps of one that was refuted before. */
  private static final int HARDER = 8;

  private static final long FEWEST_STEPS = 50_000;

  /** Most and fewest steps of the depth-first search, which has half of them where it failed. */
  private static final long MOST_FIRST_STEPS = 40_000;

  private static final long FEWEST_FIRST_STEPS = 2_500;

  /** With more observers, what a core needs is not worked out. */
  private static final int MANY = 4_000;

  private final RegisterOperations register;
  private final int telling;
  private final Operations operations;
  private final Closure closure;
  private final Deadline deadline;
  private final long memoryBytes;
  private long steps = PATIENCE * STEPS;
  private long firstSteps = MOST_FIRST_STEPS;
  private boolean late;

  /**
   * A minimizer of operations on {@code register}.
   *
   * @param telling asks about this value only, which is enough where it was before; {@link
   *     RegisterOperations#NONE} asks about all
   */
  Minimizer(RegisterOperations register, int telling, Deadline deadline, long memoryBytes) {
    this.register = register;
    this.telling = telling;
    this.operations = register.operations();
    this.closure = new Closure(register);
    this.deadline = deadline;
    this.memoryBytes = memoryBytes;
  }

  /** Returns a small illegal closed set, given that all operations together are illegal. */
  Selection minimize() {
    return thinned(start(shortestPrefix()));
  }

  /** Returns a small part of {@code start}, or null when that is not seen to be illegal itself. */
  @Nullable Selection minimize(Selection start) {
    return closure.closed(start) && illegal(start) ? thinned(start) : null;
  }

  /**
   * Returns a small illegal closed set, given that all operations together are illegal.
   *
   * @param end when that was seen, up to which there may be no order
   */
  Selection minimizeUntil(long end) {
    return thinned(start(end));
  }

  private Selection thinned(Selection set) {
    thinObservers(set);
    boolean smaller = thinWriters(set);
    while (smaller && !late) {
      smaller = thinObservers(set);
      smaller = thinWriters(set) || smaller;
    }
    return set;
  }

  /** Returns the earliest end known up to which there is no order. */
  long shortestPrefix() {
    long[] ends = new long[register.size()];
    int n = 0;
    for (int i = 0; i < register.size(); i++) {
      if (register.returned(i)) {
        ends[n++] = operations.end(i);
      }
    }
    Arrays.sort(ends, 0, n);
    int low = 0;
    int high = n - 1;
    while (low < high && !late) {
      int middle = (low + high) >>> 1;
      if (illegal(Selection.until(register.size(), ends[middle]))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return n == 0 ? Operations.OPEN - 1 : ends[high];
  }

  private Selection start(long end) {
    Selection early = Selection.none(register.size());
    for (int i = 0; i < register.size(); i++) {
      if (operations.invoke(i) <= end) {
        if (operations.end(i) <= end || register.kind(i) == Kind.WRITE) {
          early.keep(i);
        } else if (register.kind(i) == Kind.CAS) {
          early.weaken(i);
        }
      }
    }
    return illegal(early) ? early : Selection.all(register.size());
  }

  private boolean illegal(Selection set) {
    Deadline question = deadline.withSteps(firstSteps);
    if (question.passed()) {
      late = true;
      return false;
    }
    Memory memory = new Memory(memoryBytes);
    if (!memory.reserve(operations.bytes())) {
      return false;
    }
    RegisterOperations asked =
        telling == RegisterOperations.NONE ? register : register.telling(telling, set);
    Outcome outcome =
        DepthFirst.search(RegisterProblem.of(asked, set, true), question, memory).outcome();
    boolean decided = outcome == Outcome.ILLEGAL || outcome == Outcome.LEGAL;
    firstSteps =
        decided
            ? Math.min(MOST_FIRST_STEPS, 2 * firstSteps)
            : Math.max(FEWEST_FIRST_STEPS, firstSteps / 2);
    return switch (outcome) {
      case ILLEGAL -> true;
      case LEGAL, OUT_OF_TIME -> false;
      case OUT_OF_STEPS, OUT_OF_MEMORY -> lazilyIllegal(asked, set);
    };
  }

  private boolean lazilyIllegal(RegisterOperations asked, Selection set) {
    Deadline question = deadline.withSteps(steps);
    LazySearch.Outcome outcome =
        LazySearch.search(asked, set, question, new Memory(memoryBytes)).outcome();
    boolean illegal = outcome == LazySearch.Outcome.ILLEGAL;
    steps =
        illegal
            ? Math.clamp(HARDER * question.steps(), FEWEST_STEPS, STEPS)
            : Math.min(steps, STEPS);
    return illegal;
  }

  private boolean thinObservers(Selection set) {
    List<Integer> observers = closure.observers(set);
    observers.sort(Comparator.comparingLong((Integer i) -> operations.end(i)).reversed());
    int enough = enough(set, observers);
    boolean some = enough < observers.size();
    observers.subList(enough, observers.size()).forEach(i -> without(set, i));
    Collections.reverse(observers);
    List<Integer> left = observers.subList(observers.size() - enough, observers.size());
    dropNeedless(set);
    return thin(set, left, this::illegal, () -> dropNeedless(set)) || some;
  }

  /** Leaves out the writers that nobody needs, where real time is what makes the set illegal. */
  private void dropNeedless(Selection set) {
    if (closure.observers(set).size() > MANY) {
      return;
    }
    Selection core = closure.core(set);
    if (core.count() < set.count() && illegal(core)) {
      for (int i = 0; i < register.size(); i++) {
        set.take(i, core);
      }
    }
  }

  /** Returns how many of the latest observers, doubling, are illegal with all writers. */
  private int enough(Selection set, List<Integer> latestFirst) {
    for (int count = 1; count < latestFirst.size() && !late; count *= 2) {
      Selection smaller = set.copy();
      latestFirst.subList(count, latestFirst.size()).forEach(i -> without(smaller, i));
      if (illegal(smaller)) {
        return count;
      }
    }
    return latestFirst.size();
  }

  private boolean thinWriters(Selection set) {
    List<Integer> writers = new ArrayList<>();
    for (int i = 0; i < register.size(); i++) {
      if (set.has(i) && !closure.observes(set, i)) {
        writers.add(i);
      }
    }
    return thin(set, writers, smaller -> closure.closed(smaller) && illegal(smaller), () -> {});
  }

  /**
   * Leaves out chunk after chunk, halving their size, as long as {@code still} holds.
   *
   * @param meanwhile what to do before the size is halved
   */
  private boolean thin(
      Selection set, List<Integer> items, Predicate<Selection> still, Runnable meanwhile) {
    List<Integer> left = new ArrayList<>(items);
    boolean some = false;
    for (int chunk = Math.max(1, left.size() / 2); chunk > 0 && !late; chunk /= 2) {
      for (int from = 0; from < left.size() && !late; ) {
        List<Integer> part = left.subList(from, Math.min(from + chunk, left.size()));
        Selection smaller = set.copy();
        part.forEach(i -> without(smaller, i));
        if (still.test(smaller)) {
          part.forEach(i -> without(set, i));
          part.clear();
          some = true;
        } else {
          from += chunk;
        }
      }
      meanwhile.run();
    }
    return some;
  }

  /** Takes from {@code set} what {@code i} saw, or, where that does not count, the whole of it. */
  private void without(Selection set, int i) {
    if (register.kind(i) == Kind.CAS && !set.weakened(i)) {
      set.weaken(i);
    } else {
      set.drop(i);
    }
  }
}
