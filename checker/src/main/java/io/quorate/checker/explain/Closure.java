package io.quorate.checker.explain;

import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.checker.search.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The rule that makes a counterexample true; see {@link io.quorate.checker.Counterexample}.
 *
 * <p>An unknown compare-and-set kept whole is an observer too: if it took effect, it met what it
 * compares with.
 */
final class Closure {
  private static final long NEVER = Long.MIN_VALUE;

  private final RegisterOperations register;
  private final Operations operations;
  private final List<Integer> writers = new ArrayList<>();
  private final List<List<Integer>> writersOf = new ArrayList<>();

  Closure(RegisterOperations register) {
    this.register = register;
    this.operations = register.operations();
    for (int value = 0; value < register.values(); value++) {
      writersOf.add(new ArrayList<>(2));
    }
    for (int i = 0; i < register.size(); i++) {
      if (register.leaves(i) != RegisterOperations.NONE) {
        writers.add(i);
        writersOf.get(register.leaves(i)).add(i);
      }
    }
  }

  /** Whether operation {@code i} is in for what it saw. */
  boolean observes(Selection set, int i) {
    return set.has(i)
        && !set.weakened(i)
        && register.sees(i) != RegisterOperations.NONE
        && (register.returned(i) || register.kind(i) == Kind.CAS);
  }

  /** Returns the operations that are in for what they saw. */
  List<Integer> observers(Selection set) {
    List<Integer> observers = new ArrayList<>();
    for (int i = 0; i < register.size(); i++) {
      if (observes(set, i)) {
        observers.add(i);
      }
    }
    return observers;
  }

  /** Whether every possible writer of what was seen is in {@code set}, or ruled out. */
  boolean closed(Selection set) {
    NavigableMap<Long, Integer> sure = lastInvokedByEnd(set);
    long[][] latestEnds = latestEndsOutside(set);
    for (int observer : observers(set)) {
      long lastSure = lastSure(sure, observer);
      boolean missing =
          register.kind(observer) == Kind.DIFFERS
              ? missesOneOfMany(set, observer, lastSure)
              : reaches(latestEnds[register.sees(observer)][invokedBy(observer)], lastSure);
      if (missing) {
        return false;
      }
    }
    return true;
  }

  private static boolean reaches(long end, long lastSure) {
    return end != NEVER && end >= lastSure;
  }

  /** When the last invoked of those that surely wrote before this observer was invoked itself. */
  private long lastSure(NavigableMap<Long, Integer> sure, int observer) {
    Map.Entry<Long, Integer> before = sure.lowerEntry(operations.invoke(observer));
    return before == null ? Long.MIN_VALUE : operations.invoke(before.getValue());
  }

  private boolean missesOneOfMany(Selection set, int observer, long lastSure) {
    for (int i : writers) {
      if (!set.has(i) && inTime(i, observer, lastSure) && register.mayHaveWritten(i, observer)) {
        return true;
      }
    }
    return false;
  }

  /** Whether real time lets {@code i} be the last write before an observer. */
  private boolean inTime(int i, int observer, long lastSure) {
    return operations.invoke(i) <= operations.end(observer) && operations.end(i) >= lastSure;
  }

  /** How many of the writers of what this observer saw were invoked before it returned. */
  private int invokedBy(int observer) {
    List<Integer> all = writersOf.get(register.sees(observer));
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (operations.invoke(all.get(middle)) <= operations.end(observer)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** By value and number of its writers, in the order of invocation: the latest end outside. */
  private long[][] latestEndsOutside(Selection set) {
    long[][] latest = new long[writersOf.size()][];
    for (int value = 0; value < latest.length; value++) {
      List<Integer> all = writersOf.get(value);
      long[] ends = new long[all.size() + 1];
      ends[0] = NEVER;
      for (int k = 0; k < all.size(); k++) {
        long end = set.has(all.get(k)) ? NEVER : operations.end(all.get(k));
        ends[k + 1] = Math.max(ends[k], end);
      }
      latest[value] = ends;
    }
    return latest;
  }

  private List<Integer> possibleWriters(int observer) {
    return register.kind(observer) == Kind.DIFFERS
        ? writers
        : writersOf.get(register.sees(observer));
  }

  /** For each end of those that surely wrote: the last invoked among those ended by then. */
  private NavigableMap<Long, Integer> lastInvokedByEnd(Selection set) {
    NavigableMap<Long, Integer> byEnd = new TreeMap<>();
    for (int i : writers) {
      if (set.has(i) && register.surelyWrites(i)) {
        byEnd.put(operations.end(i), i);
      }
    }
    int latest = RegisterOperations.NONE;
    for (Map.Entry<Long, Integer> entry : byEnd.entrySet()) {
      boolean later = latest < 0 || operations.invoke(entry.getValue()) > operations.invoke(latest);
      latest = later ? entry.getValue() : latest;
      entry.setValue(latest);
    }
    return byEnd;
  }

  /**
   * Returns the part of a closed {@code set} that is closed with the fewest writers: its observers,
   * of what surely wrote before each the last invoked, and who else may have written for it then.
   */
  Selection core(Selection set) {
    NavigableMap<Long, Integer> sure = lastInvokedByEnd(set);
    Selection core = Selection.none(register.size());
    for (int observer : observers(set)) {
      core.take(observer, set);
      Map.Entry<Long, Integer> before = sure.lowerEntry(operations.invoke(observer));
      if (before != null) {
        core.take(before.getValue(), set);
      }
      long lastSure = lastSure(sure, observer);
      for (int i : possibleWriters(observer)) {
        if (set.has(i) && inTime(i, observer, lastSure)) {
          core.take(i, set);
        }
      }
    }
    return core;
  }

  /** Returns how many possible writers of what was seen are not in {@code set}. */
  int leftOut(Selection set) {
    List<Integer> observers = observers(set);
    int count = 0;
    for (int i : writers) {
      int writer = i;
      boolean serves =
          !set.has(i) && observers.stream().anyMatch(o -> register.mayHaveWritten(writer, o));
      count += serves ? 1 : 0;
    }
    return count;
  }
}
