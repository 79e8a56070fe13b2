package io.quorate.checker.zones;

import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Each value with its one writer and its reads, and how compare-and-set glues values together.
 *
 * <p>The initial value's writer returned before everything. What names a value that nobody can have
 * left, or comes second in using one up, is kept as a flaw.
 */
final class Clusters {
  static final int NONE = RegisterOperations.NONE;

  private final RegisterOperations register;
  private final Operations operations;

  /** By value: its effective writer, and the values glued before and behind it. */
  final int[] writer;

  final int[] previous;
  final int[] next;

  /** By value: the operation of the cluster that returned first, and the one invoked last. */
  private final int[] firstReturned;

  private final int[] lastInvoked;

  /** Operations that cannot have seen what they saw; {@link #NONE} where there are none. */
  private int unwritten = NONE;

  private int early = NONE;
  private int secondUser = NONE;

  private Clusters(RegisterOperations register) {
    this.register = register;
    this.operations = register.operations();
    this.writer = filled(register.values());
    this.previous = filled(register.values());
    this.next = filled(register.values());
    this.firstReturned = filled(register.values());
    this.lastInvoked = filled(register.values());
  }

  private static int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, NONE);
    return array;
  }

  /** Returns the clusters, or null when two effective writes leave the same value. */
  static @Nullable Clusters of(RegisterOperations register, Effects effects) {
    Clusters clusters = new Clusters(register);
    for (int i = 0; i < register.size(); i++) {
      if (effects.effective(i) && !clusters.write(i)) {
        return null;
      }
    }
    for (int i = 0; i < register.size(); i++) {
      if (effects.sees(i)) {
        clusters.see(i);
      }
    }
    return clusters;
  }

  private boolean write(int i) {
    int value = register.leaves(i);
    if (writer[value] != NONE || value == register.initial()) {
      return false;
    }
    writer[value] = i;
    join(i, value);
    return true;
  }

  private void see(int i) {
    int value = register.sees(i);
    if (writer[value] == NONE && value != register.initial()) {
      unwritten = i;
    } else if (register.kind(i) == Kind.CAS) {
      if (next[value] == NONE) {
        next[value] = register.leaves(i);
        previous[register.leaves(i)] = value;
      } else {
        secondUser = i;
      }
    } else {
      join(i, value);
      boolean tooEarly =
          writer[value] != NONE && operations.end(i) < operations.invoke(writer[value]);
      early = tooEarly ? i : early;
    }
  }

  private void join(int i, int value) {
    int first = firstReturned[value];
    if (register.returned(i) && (first == NONE || operations.end(i) < operations.end(first))) {
      firstReturned[value] = i;
    }
    int last = lastInvoked[value];
    if (last == NONE || operations.invoke(i) > operations.invoke(last)) {
      lastInvoked[value] = i;
    }
  }

  /** Whether {@code value} was there at all. */
  boolean present(int value) {
    return writer[value] != NONE || value == register.initial();
  }

  /** Whether {@code value} is the first of a chain: nothing is glued before it. */
  boolean begins(int value) {
    return present(value) && previous[value] == NONE;
  }

  /** Returns R: when the first operation of the cluster returned. */
  long earliestReturn(int value) {
    if (value == register.initial()) {
      return Long.MIN_VALUE;
    }
    int first = firstReturned[value];
    return first == NONE ? Operations.OPEN : operations.end(first);
  }

  /** Returns I: when the last operation of the cluster was invoked. */
  long latestInvocation(int value) {
    int last = lastInvoked[value];
    return last == NONE ? Long.MIN_VALUE : operations.invoke(last);
  }

  /** Returns the operation of R, or {@link #NONE}. */
  int firstReturned(int value) {
    return firstReturned[value];
  }

  /** Returns the operation of I, or {@link #NONE}. */
  int lastInvoked(int value) {
    return lastInvoked[value];
  }

  /** Returns an operation that saw a value without a writer, or {@link #NONE}. */
  int unwritten() {
    return unwritten;
  }

  /** Returns a read that returned before its write was invoked, or {@link #NONE}. */
  int early() {
    return early;
  }

  /** Returns a compare-and-set from a value that another one used up, or {@link #NONE}. */
  int secondUser() {
    return secondUser;
  }

  RegisterOperations register() {
    return register;
  }
}
