package io.quorate.checker.explain;

import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.checker.search.Selection;

/**
 * The rule that makes a counterexample true; see {@link io.quorate.checker.Counterexample}.
 *
 * <p>An unknown compare-and-set kept whole is an observer too: if it took effect, it met what it
 * compares with.
 */
final class Closure {
  private final RegisterOperations register;
  private final Operations operations;

  Closure(RegisterOperations register) {
    this.register = register;
    this.operations = register.operations();
  }

  /** Whether operation {@code i} is in for what it saw. */
  boolean observes(Selection set, int i) {
    return set.has(i)
        && !set.weakened(i)
        && register.sees(i) != RegisterOperations.NONE
        && (register.returned(i) || register.kind(i) == Kind.CAS);
  }

  /** Whether every possible writer of what was seen is in {@code set}, or ruled out. */
  boolean closed(Selection set) {
    for (int i = 0; i < register.size(); i++) {
      if (observes(set, i) && !closed(set, i)) {
        return false;
      }
    }
    return true;
  }

  private boolean closed(Selection set, int observer) {
    long lastSure = lastSureWriteBefore(set, observer);
    for (int i = 0; i < register.size(); i++) {
      boolean ruledOut =
          operations.invoke(i) > operations.end(observer) || operations.end(i) < lastSure;
      if (!set.has(i) && !ruledOut && register.mayHaveWritten(i, observer)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the latest invocation of those in the set that surely wrote wholly before. */
  private long lastSureWriteBefore(Selection set, int observer) {
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < register.size(); i++) {
      if (set.has(i)
          && register.surelyWrites(i)
          && operations.end(i) < operations.invoke(observer)) {
        latest = Math.max(latest, operations.invoke(i));
      }
    }
    return latest;
  }

  /** Returns how many possible writers of what was seen are not in {@code set}. */
  int leftOut(Selection set) {
    int count = 0;
    for (int i = 0; i < register.size(); i++) {
      count += !set.has(i) && mayServe(set, i) ? 1 : 0;
    }
    return count;
  }

  private boolean mayServe(Selection set, int writer) {
    for (int i = 0; i < register.size(); i++) {
      if (observes(set, i) && register.mayHaveWritten(writer, i)) {
        return true;
      }
    }
    return false;
  }
}
