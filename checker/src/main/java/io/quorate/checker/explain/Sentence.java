package io.quorate.checker.explain;

import io.quorate.checker.search.NecessaryChecks.Orphan;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.checker.search.Selection;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.util.ArrayList;
import java.util.List;

/** Says what is wrong with an illegal closed set, as a person would. */
final class Sentence {
  /** Most observers named one by one. */
  static final int MAX_NAMED = 6;

  private final History history;
  private final RegisterOperations register;

  Sentence(History history, RegisterOperations register) {
    this.history = history;
    this.register = register;
  }

  private Operation operation(int i) {
    return history.operation(register.operations().row(i));
  }

  private String seen(int i) {
    return Words.value(register.value(register.sees(i)));
  }

  /** Returns the sentence for an operation that saw what nobody can have written for it. */
  String of(Orphan orphan) {
    int observer = orphan.observer();
    if (orphan.between() >= 0) {
      return stale(observer, orphan.between());
    }
    int writer = firstWriter(observer);
    String fact = Words.ended(operation(observer)) + "; ";
    return writer < 0
        ? "value never written: " + fact + "nobody ever wrote " + seen(observer) + "."
        : "value from the future: "
            + fact
            + "the first write of "
            + seen(observer)
            + " was invoked at "
            + Words.seconds(operation(writer).invokedNanos())
            + ".";
  }

  private int firstWriter(int observer) {
    for (int i = 0; i < register.size(); i++) {
      if (register.mayHaveWritten(i, observer)) {
        return i;
      }
    }
    return -1;
  }

  private String stale(int observer, int between) {
    Operation later = operation(between);
    String what =
        Words.value(register.value(register.leaves(between)))
            + " was written at "
            + Words.seconds(later.invokedNanos())
            + " ("
            + Words.name(later)
            + ")";
    String fact = Words.ended(operation(observer)) + "; ";
    String kind = kindOfStale(observer, between);
    return firstWriter(observer) < 0
        ? kind + fact + "but " + what + " and nobody wrote " + seen(observer) + "."
        : kind + fact + "every write of " + seen(observer) + " had returned before " + what + ".";
  }

  private String kindOfStale(int observer, int between) {
    boolean sameSeen =
        register.kind(between) == Kind.CAS && register.sees(between) == register.sees(observer);
    if (sameSeen) {
      return register.kind(observer) == Kind.CAS ? "two winners: " : "lost update: ";
    }
    return register.kind(observer) == Kind.READ ? "stale read: " : "stale comparison: ";
  }

  /** Returns the sentence for the set {@code set}, whose observers are {@code observers}. */
  String of(Selection set, List<Integer> observers) {
    if (observers.size() == 2) {
      int a = observers.get(0);
      int b = observers.get(1);
      boolean swapped = register.operations().end(b) < register.operations().end(a);
      return pair(set, swapped ? b : a, swapped ? a : b);
    }
    return general(set, observers);
  }

  private String pair(Selection set, int first, int second) {
    Operation one = operation(first);
    Operation two = operation(second);
    boolean reads = register.kind(first) == Kind.READ && register.kind(second) == Kind.READ;
    if (reads && one.precedes(two) && register.sees(first) != register.sees(second)) {
      return "new-old inversion: "
          + Words.ended(one)
          + ", before "
          + Words.name(two)
          + " was invoked at "
          + Words.seconds(two.invokedNanos())
          + "; no order of the writes of "
          + seen(first)
          + " and "
          + seen(second)
          + " serves both.";
    }
    boolean winners = register.kind(first) == Kind.CAS && register.kind(second) == Kind.CAS;
    if (winners && register.sees(first) == register.sees(second)) {
      return "two winners: "
          + Words.ended(one)
          + " and "
          + Words.ended(two)
          + "; no order of the writes of "
          + seen(first)
          + " serves both.";
    }
    return general(set, List.of(first, second));
  }

  private String general(Selection set, List<Integer> observers) {
    List<String> named = new ArrayList<>();
    for (int i : observers.subList(0, Math.min(MAX_NAMED, observers.size()))) {
      named.add(Words.ended(operation(i)));
    }
    String more =
        observers.size() > MAX_NAMED ? " and " + (observers.size() - MAX_NAMED) + " more" : "";
    return "no order: "
        + String.join(", ", named)
        + more
        + "; no order of these "
        + set.count()
        + " operations lets "
        + (observers.size() == 1 ? "it" : "all of them")
        + " see what was seen.";
  }
}
