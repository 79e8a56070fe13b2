package io.quorate.checker.severity;

import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds stale reads, one key after another, in O(n log n) each.
 *
 * <p>Of all writes that a read's value can come from, the one that returned last makes it the least
 * stale, in time and in versions alike.
 */
final class Lag {
  private final History history;
  private int reads;
  private long nanos = -1;
  private int versions;
  private @Nullable Operation longest;
  private @Nullable Operation farthest;

  Lag(History history) {
    this.history = history;
  }

  /** A stale read, and until when its value can have been written. */
  private record Stale(int read, long since) {}

  /** Takes the reads of one key into account. */
  void add(RegisterOperations register, Versions versions) {
    Operations operations = register.operations();
    int[] writes = IntStream.range(0, register.size()).filter(register::surelyWrites).toArray();
    int[] firstBack = firstBack(operations, writes);
    List<Stale> stale = new ArrayList<>();
    for (int i = 0; i < register.size(); i++) {
      if (register.kind(i) == Kind.READ && register.returned(i)) {
        long since = versions.latest(i);
        int next = since == Versions.NEVER ? writes.length : after(operations, writes, since);
        int over = next == writes.length ? -1 : firstBack[next];
        if (over >= 0 && operations.end(over) < operations.invoke(i)) {
          stale.add(new Stale(i, since));
          time(operations.row(i), operations.row(over));
        }
      }
    }
    count(operations, writes, stale);
  }

  /** For each of the writes, by invocation, the one that returned first of it and those after. */
  private static int[] firstBack(Operations operations, int[] writes) {
    int[] first = new int[writes.length];
    for (int k = writes.length - 1; k >= 0; k--) {
      boolean later =
          k + 1 < writes.length && operations.end(first[k + 1]) < operations.end(writes[k]);
      first[k] = later ? first[k + 1] : writes[k];
    }
    return first;
  }

  /** The place of the first of the writes that was invoked after {@code moment}. */
  private static int after(Operations operations, int[] writes, long moment) {
    int low = 0;
    int high = writes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (operations.invoke(writes[middle]) > moment) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private void time(int row, int over) {
    reads++;
    Operation read = history.operation(row);
    long late = Math.max(0, read.invokedNanos() - history.operation(over).completedNanos());
    if (late > nanos) {
      nanos = late;
      longest = read;
    }
  }

  /**
   * Counts for each stale read the writes that lie wholly between its value's and it: those that
   * returned in time are entered, by their invocation, before each read is asked about.
   */
  private void count(Operations operations, int[] writes, List<Stale> stale) {
    stale.sort(Comparator.comparingLong(s -> operations.invoke(s.read)));
    Integer[] byEnd = IntStream.range(0, writes.length).boxed().toArray(Integer[]::new);
    Arrays.sort(byEnd, Comparator.comparingLong(k -> operations.end(writes[k])));
    int[] tree = new int[writes.length + 1];
    int entered = 0;
    for (Stale one : stale) {
      while (entered < byEnd.length
          && operations.end(writes[byEnd[entered]]) < operations.invoke(one.read)) {
        enter(tree, byEnd[entered++]);
      }
      int behind = entered - before(tree, after(operations, writes, one.since));
      if (behind > versions) {
        versions = behind;
        farthest = history.operation(operations.row(one.read));
      }
    }
  }

  /** A Fenwick tree (1994): counts at places, summed up in log n. */
  private static void enter(int[] tree, int place) {
    for (int k = place + 1; k < tree.length; k += k & -k) {
      tree[k]++;
    }
  }

  private static int before(int[] tree, int place) {
    int sum = 0;
    for (int k = place; k > 0; k -= k & -k) {
      sum += tree[k];
    }
    return sum;
  }

  /** What was found, or null when no read is surely stale. */
  @Nullable Staleness staleness() {
    return longest == null || farthest == null
        ? null
        : new Staleness(reads, nanos, longest, versions, farthest);
  }
}
