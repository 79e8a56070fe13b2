package io.quorate.checker.lazy;

import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.checker.search.Selection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operations of one register on a line of events: invocations and returns in their order. What
 * cannot matter is left out: reads of unknown outcome, and unknown writes that nobody could see.
 *
 * <p>Operations that return have a slot, which they share with none that is open at the same time.
 * Those of unknown outcome have none: of equal ones only how many were used matters.
 */
final class Line {
  /** The end of an operation of unknown outcome. */
  static final int NEVER = Integer.MAX_VALUE;

  /** In place of a value that there is none of. */
  static final int NONE = RegisterOperations.NONE;

  private record Group(int sees, int leaves) {}

  final int size;
  final int[] source;
  final Kind[] kind;
  final int[] sees;
  final int[] leaves;
  final int[] invoke;
  final int[] end;
  final int[] slot;

  /** For writers the number of those that do the same. */
  final int[] group;

  /** By position an operation that is invoked, or the complement of one that returns. */
  final int[] events;

  private final long[] moments;

  final int values;
  final int initial;
  final int slots;

  /** What the writers of each group see, NONE for writes, and leave. */
  final int[] groupSees;

  final int[] groupLeaves;

  /** By value the groups of compare-and-sets that see it. */
  final int[][] leaving;

  /** The groups of writes. */
  final int[] writes;

  /** By group, where those of unknown outcome were invoked, ascending. */
  final int[][] unknown;

  private Line(RegisterOperations register, Selection selection, int[] chosen) {
    size = chosen.length;
    source = chosen;
    kind = new Kind[size];
    sees = new int[size];
    leaves = new int[size];
    invoke = new int[size];
    end = new int[size];
    slot = new int[size];
    group = new int[size];
    values = register.values();
    initial = register.initial();
    for (int i = 0; i < size; i++) {
      boolean weak = selection.weakened(source[i]);
      kind[i] = weak ? Kind.WRITE : register.kind(source[i]);
      sees[i] = kind[i] == Kind.WRITE ? NONE : register.sees(source[i]);
      leaves[i] = register.leaves(source[i]);
    }
    moments = moments(register.operations(), selection.horizon());
    events = events(register.operations(), selection.horizon());
    slots = slots();
    List<Group> groups = groups();
    groupSees = groups.stream().mapToInt(Group::sees).toArray();
    groupLeaves = groups.stream().mapToInt(Group::leaves).toArray();
    writes = groupsThatSee(NONE);
    leaving = new int[values][];
    for (int value = 0; value < values; value++) {
      leaving[value] = groupsThatSee(value);
    }
    unknown = unknown(groups.size());
  }

  /** The operations that {@code selection} takes in. */
  static Line of(RegisterOperations register, Selection selection) {
    return new Line(register, selection, new Needed(register, selection).members());
  }

  boolean returns(int op) {
    return end[op] != NEVER;
  }

  /** How many of unknown outcome of this group are invoked before this position. */
  int unknownBefore(int group, int position) {
    int found = Arrays.binarySearch(unknown[group], position);
    return found < 0 ? ~found : found;
  }

  /** The order number of the event at {@code position}. */
  long moment(int position) {
    return moments[position];
  }

  /** The position of the first event of this order number or a later one. */
  int positionOf(long moment) {
    int found = Arrays.binarySearch(moments, moment);
    return found < 0 ? ~found : found;
  }

  private long[] moments(Operations operations, long horizon) {
    long[] all = new long[2 * size];
    int n = 0;
    for (int i = 0; i < size; i++) {
      all[n++] = operations.invoke(source[i]);
      if (operations.end(source[i]) <= horizon) {
        all[n++] = operations.end(source[i]);
      }
    }
    long[] sorted = Arrays.copyOf(all, n);
    Arrays.sort(sorted);
    return sorted;
  }

  private int[] events(Operations operations, long horizon) {
    int[] at = new int[moments.length];
    for (int i = 0; i < size; i++) {
      invoke[i] = Arrays.binarySearch(moments, operations.invoke(source[i]));
      at[invoke[i]] = i;
      end[i] = NEVER;
      if (operations.end(source[i]) <= horizon) {
        end[i] = Arrays.binarySearch(moments, operations.end(source[i]));
        at[end[i]] = ~i;
      }
    }
    return at;
  }

  private int slots() {
    Deque<Integer> free = new ArrayDeque<>();
    int all = 0;
    for (int event : events) {
      if (event < 0) {
        free.push(slot[~event]);
      } else if (returns(event)) {
        slot[event] = free.isEmpty() ? all++ : free.pop();
      } else {
        slot[event] = NONE;
      }
    }
    return all;
  }

  private List<Group> groups() {
    Map<Group, Integer> numbers = new HashMap<>();
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      group[i] = NONE;
      if (leaves[i] != NONE) {
        Group own = new Group(sees[i], leaves[i]);
        Integer known = numbers.putIfAbsent(own, groups.size());
        group[i] = known == null ? groups.size() : known;
        if (known == null) {
          groups.add(own);
        }
      }
    }
    return groups;
  }

  private int[] groupsThatSee(int value) {
    int[] found = new int[groupSees.length];
    int n = 0;
    for (int g = 0; g < groupSees.length; g++) {
      if (groupSees[g] == value) {
        found[n++] = g;
      }
    }
    return Arrays.copyOf(found, n);
  }

  private int[][] unknown(int groups) {
    int[] count = new int[groups];
    for (int i = 0; i < size; i++) {
      if (!returns(i)) {
        count[group[i]]++;
      }
    }
    int[][] invoked = new int[groups][];
    for (int g = 0; g < groups; g++) {
      invoked[g] = new int[count[g]];
    }
    Arrays.fill(count, 0);
    for (int event : events) {
      if (event >= 0 && !returns(event)) {
        invoked[group[event]][count[group[event]]++] = invoke[event];
      }
    }
    return invoked;
  }
}
