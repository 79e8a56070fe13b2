package io.quorate.checker.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Intervals on dense positions: the items of a problem in the order of invocation, those that
 * returned apart from those of unknown outcome.
 *
 * <p>Items of unknown outcome are grouped by call: any two of a group differ only in when they were
 * invoked, so the one invoked first can stand in for the other, and how many of the group were used
 * says which.
 */
final class Timeline {
  /** Position of a return that never came. */
  static final int NEVER = Integer.MAX_VALUE;

  final int items;
  final int[] source;
  final int[] call;
  final int[] invoke;
  final int[] end;

  /** Events of the items that returned, by position: item, or its complement for its return. */
  final int[] events;

  /** Items of unknown outcome by group, groups in the order of their first invocation. */
  final int[][] unknown;

  /**
   * Lays out the operations {@code source}, in the order of invocation.
   *
   * @param call the call of each item
   * @param open whether each item is of unknown outcome
   */
  Timeline(Operations operations, int[] source, int[] call, boolean[] open, int calls) {
    this.items = source.length;
    this.source = source;
    this.call = call;
    this.invoke = new int[items];
    this.end = new int[items];
    long[] moments = moments(operations, source, open);
    int[] eventAt = new int[moments.length];
    int returned = 0;
    for (int i = 0; i < items; i++) {
      invoke[i] = Arrays.binarySearch(moments, operations.invoke(source[i]));
      end[i] = open[i] ? NEVER : Arrays.binarySearch(moments, operations.end(source[i]));
      eventAt[invoke[i]] = i;
      if (!open[i]) {
        eventAt[end[i]] = ~i;
        returned++;
      }
    }
    this.events = new int[2 * returned];
    int k = 0;
    for (int event : eventAt) {
      if (event < 0 || !open[event]) {
        events[k++] = event;
      }
    }
    this.unknown = groups(open, calls);
  }

  private static long[] moments(Operations operations, int[] source, boolean[] open) {
    long[] moments = new long[2 * source.length];
    int n = 0;
    for (int i = 0; i < source.length; i++) {
      moments[n++] = operations.invoke(source[i]);
      if (!open[i]) {
        moments[n++] = operations.end(source[i]);
      }
    }
    long[] sorted = Arrays.copyOf(moments, n);
    Arrays.sort(sorted);
    return sorted;
  }

  private int[][] groups(boolean[] open, int calls) {
    int[] groupOf = new int[calls];
    Arrays.fill(groupOf, -1);
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      if (open[i]) {
        if (groupOf[call[i]] < 0) {
          groupOf[call[i]] = groups.size();
          groups.add(new ArrayList<>());
        }
        groups.get(groupOf[call[i]]).add(i);
      }
    }
    return groups.stream()
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  boolean known(int item) {
    return end[item] != NEVER;
  }
}
