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
    NavigableMap<Long, Long> sure = lastInvokedByEnd(set);
    for (int observer : observers(set)) {
      Map.Entry<Long, Long> before = sure.lowerEntry(operations.invoke(observer));
      long lastSure = before == null ? Long.MIN_VALUE : before.getValue();
      for (int i : possibleWriters(observer)) {
        boolean ruledOut =
            operations.invoke(i) > operations.end(observer) || operations.end(i) < lastSure;
        if (!ruledOut && !set.has(i) && register.mayHaveWritten(i, observer)) {
          return false;
        }
      }
    }
    return true;
  }

  private List<Integer> possibleWriters(int observer) {
    return register.kind(observer) == Kind.DIFFERS
        ? writers
        : writersOf.get(register.sees(observer));
  }

  /** For each end of those that surely wrote: the latest invocation among those ended by then. */
  private NavigableMap<Long, Long> lastInvokedByEnd(Selection set) {
    NavigableMap<Long, Long> byEnd = new TreeMap<>();
    for (int i : writers) {
      if (set.has(i) && register.surelyWrites(i)) {
        byEnd.put(operations.end(i), operations.invoke(i));
      }
    }
    long latest = Long.MIN_VALUE;
    for (Map.Entry<Long, Long> entry : byEnd.entrySet()) {
      latest = Math.max(latest, entry.getValue());
      entry.setValue(latest);
    }
    return byEnd;
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
