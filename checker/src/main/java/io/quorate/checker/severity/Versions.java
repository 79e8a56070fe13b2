package io.quorate.checker.severity;

import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import java.util.ArrayList;
import java.util.List;

/** When the values of one key can have been written, over all operations that may have done it. */
final class Versions {
  /** In place of a moment where no operation can have written the value. */
  static final long NEVER = Long.MIN_VALUE;

  /** The moment before the first operation. */
  private static final long BEFORE = -1;

  private final RegisterOperations register;
  private final Operations operations;

  /** For each value its possible writers by invocation, and for each the latest end so far. */
  private final List<int[]> writersOf = new ArrayList<>();

  private final List<long[]> latestEnd = new ArrayList<>();

  Versions(RegisterOperations register) {
    this.register = register;
    this.operations = register.operations();
    List<List<Integer>> groups = new ArrayList<>();
    for (int value = 0; value < register.values(); value++) {
      groups.add(new ArrayList<>(1));
    }
    for (int i = 0; i < register.size(); i++) {
      if (register.leaves(i) != RegisterOperations.NONE) {
        groups.get(register.leaves(i)).add(i);
      }
    }
    groups.forEach(this::group);
  }

  private void group(List<Integer> group) {
    int[] writers = group.stream().mapToInt(Integer::intValue).toArray();
    long[] latest = new long[writers.length];
    for (int k = 0; k < writers.length; k++) {
      long end = operations.end(writers[k]);
      latest[k] = k == 0 ? end : Math.max(end, latest[k - 1]);
    }
    writersOf.add(writers);
    latestEnd.add(latest);
  }

  /** Whether operation {@code i} returned and said what it saw. */
  boolean saw(int i) {
    return register.observes(i) && register.kind(i) != RegisterOperations.Kind.DIFFERS;
  }

  /**
   * The latest moment until which what {@code observer} saw can have been written: {@link
   * Operations#OPEN} for ever, {@link #NEVER} when nobody can have written it.
   */
  long latest(int observer) {
    int value = register.sees(observer);
    int[] writers = writersOf.get(value);
    int low = 0;
    int high = writers.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (operations.invoke(writers[middle]) < operations.end(observer)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    long initially = value == register.initial() ? BEFORE : NEVER;
    return low == 0 ? initially : latestEnd.get(value)[low - 1];
  }

  /** The earliest moment from which what {@code observer} saw can have been written. */
  long earliest(int observer) {
    int value = register.sees(observer);
    int[] writers = writersOf.get(value);
    boolean none = writers.length == 0 || operations.invoke(writers[0]) > operations.end(observer);
    return value == register.initial() ? BEFORE : none ? NEVER : operations.invoke(writers[0]);
  }
}
