package io.quorate.checker.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an operation that saw what nobody can have written for it, in O(n log n).
 *
 * <p>A possible writer of what an operation saw is ruled out by real time when it was invoked after
 * the operation returned, or when a third one that surely wrote lies wholly between the two. Of all
 * that surely wrote and returned before the operation was invoked, the one invoked last lies after
 * every possible writer after which any of them lies.
 */
public final class NecessaryChecks {
  private final RegisterOperations register;
  private final Operations operations;

  /** Surely effective writers by return, and for each the last invoked so far. */
  private final int[] writersByEnd;

  private final int[] lastInvoked;

  /** For each value its possible writers by invocation, and for each the latest end so far. */
  private final List<int[]> writersOf = new ArrayList<>();

  private final List<long[]> latestEnd = new ArrayList<>();

  private NecessaryChecks(RegisterOperations register) {
    this.register = register;
    this.operations = register.operations();
    this.writersByEnd =
        IntStream.range(0, register.size())
            .filter(register::surelyWrites)
            .boxed()
            .sorted((a, b) -> Long.compare(operations.end(a), operations.end(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    this.lastInvoked = new int[writersByEnd.length];
    for (int k = 0; k < writersByEnd.length; k++) {
      int best = k == 0 ? writersByEnd[0] : lastInvoked[k - 1];
      int here = writersByEnd[k];
      lastInvoked[k] = operations.invoke(here) > operations.invoke(best) ? here : best;
    }
    groupWritersByValue();
  }

  private void groupWritersByValue() {
    List<List<Integer>> groups = new ArrayList<>();
    for (int value = 0; value < register.values(); value++) {
      groups.add(new ArrayList<>(2));
    }
    for (int i = 0; i < register.size(); i++) {
      if (register.leaves(i) != RegisterOperations.NONE) {
        groups.get(register.leaves(i)).add(i);
      }
    }
    for (List<Integer> group : groups) {
      int[] writers = group.stream().mapToInt(Integer::intValue).toArray();
      long[] latest = new long[writers.length];
      for (int k = 0; k < writers.length; k++) {
        long end = operations.end(writers[k]);
        latest[k] = k == 0 ? end : Math.max(end, latest[k - 1]);
      }
      writersOf.add(writers);
      latestEnd.add(latest);
    }
  }

  /**
   * An operation without a possible writer.
   *
   * @param observer the operation
   * @param between the one that surely wrote between its possible writers and it, or -1 when all of
   *     these, if there are any, were invoked after it had returned
   */
  public record Orphan(int observer, int between) {}

  /** Returns the orphan that returned first, or null when there is none. */
  public static @Nullable Orphan firstOrphan(RegisterOperations register) {
    NecessaryChecks checks = new NecessaryChecks(register);
    Orphan first = null;
    for (int i = 0; i < register.size(); i++) {
      boolean sees = register.observes(i) && register.kind(i) != RegisterOperations.Kind.DIFFERS;
      boolean earlier =
          first == null
              || register.operations().end(i) < register.operations().end(first.observer());
      if (sees && earlier) {
        Orphan orphan = checks.orphan(i);
        first = orphan == null ? first : orphan;
      }
    }
    return first;
  }

  private @Nullable Orphan orphan(int observer) {
    int between = lastSureWriterBefore(operations.invoke(observer));
    int value = register.sees(observer);
    if (value == register.initial() && between < 0) {
      return null;
    }
    int[] writers = writersOf.get(value);
    int candidates = invokedBefore(writers, operations.end(observer));
    if (candidates == 0) {
      return new Orphan(observer, value == register.initial() ? between : -1);
    }
    boolean possible =
        between < 0 || latestEnd.get(value)[candidates - 1] > operations.invoke(between);
    return possible ? null : new Orphan(observer, between);
  }

  /** Returns, of those that surely wrote and returned before {@code moment}, the last invoked. */
  private int lastSureWriterBefore(long moment) {
    int low = 0;
    int high = writersByEnd.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (operations.end(writersByEnd[middle]) < moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? -1 : lastInvoked[low - 1];
  }

  private int invokedBefore(int[] writers, long moment) {
    int low = 0;
    int high = writers.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (operations.invoke(writers[middle]) < moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
