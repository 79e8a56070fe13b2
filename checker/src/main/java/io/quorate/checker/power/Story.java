package io.quorate.checker.power;

import io.quorate.checker.search.Operations;
import io.quorate.checker.search.RegisterOperations;
import io.quorate.checker.search.RegisterOperations.Kind;
import io.quorate.history.Completion;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One key of a linearizable history told as a plain story: who saw whose value, and in which order
 * the values came.
 *
 * <p>What an operation saw was written by the one invoked last, before it returned, of those that
 * write this value; with unique values there is no other. A write is in place when it returned, or
 * when the first of those who saw it did; in that order the values follow each other. One of
 * unknown outcome that nobody saw is left out. The story need not be a legal order: it only says
 * what a faulty system would have answered, and the checker says what could be told from that.
 */
final class Story {
  /** In place of an operation where there is none. */
  static final int NONE = -1;

  private final History history;
  private final RegisterOperations register;
  private final Operations operations;
  private final int[] writer;
  private final long[] inPlace;
  private final int[] order;
  private final int[] position;
  private final List<int[]> writersOf = new ArrayList<>();

  Story(History history, RegisterOperations register) {
    this.history = history;
    this.register = register;
    this.operations = register.operations();
    writer = new int[register.size()];
    inPlace = new long[register.size()];
    position = new int[register.size()];
    Arrays.fill(writer, NONE);
    Arrays.fill(position, NONE);
    groupWriters();
    attribute();
    order =
        IntStream.range(0, register.size())
            .filter(i -> leaves(i) && inPlace[i] != Operations.OPEN)
            .boxed()
            .sorted(Comparator.comparingLong(i -> inPlace[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int k = 0; k < order.length; k++) {
      position[order[k]] = k;
    }
  }

  private void groupWriters() {
    List<List<Integer>> groups = new ArrayList<>();
    for (int value = 0; value < register.values(); value++) {
      groups.add(new ArrayList<>(1));
    }
    for (int i = 0; i < register.size(); i++) {
      inPlace[i] = operations.end(i);
      if (leaves(i)) {
        groups.get(register.leaves(i)).add(i);
      }
    }
    groups.forEach(g -> writersOf.add(g.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** A write of unknown outcome that was seen took effect, and what a cas then met was seen too. */
  private void attribute() {
    Deque<Integer> seen = new ArrayDeque<>();
    for (int i = 0; i < register.size(); i++) {
      if (register.observes(i) && register.kind(i) != Kind.DIFFERS) {
        seen.add(i);
      }
    }
    while (!seen.isEmpty()) {
      int observer = seen.remove();
      int source = lastInvoked(register.sees(observer), observer);
      writer[observer] = source;
      if (source != NONE) {
        boolean news = inPlace[source] == Operations.OPEN && register.kind(source) == Kind.CAS;
        inPlace[source] = Math.min(inPlace[source], inPlace[observer]);
        if (news) {
          seen.add(source);
        }
      }
    }
  }

  private int lastInvoked(int value, int observer) {
    int[] writers = writersOf.get(value);
    int low = 0;
    int high = writers.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (operations.invoke(writers[middle]) < inPlace[observer]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? NONE : writers[low - 1];
  }

  RegisterOperations register() {
    return register;
  }

  int size() {
    return register.size();
  }

  Operation operation(int i) {
    return history.operation(row(i));
  }

  int row(int i) {
    return operations.row(i);
  }

  long invoke(int i) {
    return operations.invoke(i);
  }

  long end(int i) {
    return operations.end(i);
  }

  /** The operation that wrote what {@code i} saw, or {@link #NONE}. */
  int writer(int i) {
    return writer[i];
  }

  /** Whether {@code i} is a plain read that was answered. */
  boolean read(int i) {
    return register.kind(i) == Kind.READ
        && operations.call(i).function().equals(Invocation.READ)
        && register.returned(i);
  }

  boolean leaves(int i) {
    return register.leaves(i) != RegisterOperations.NONE;
  }

  /** How many writes took effect. */
  int writes() {
    return order.length;
  }

  /** The write that came in this place of the order. */
  int write(int place) {
    return order[place];
  }

  /** The place of {@code i} in the order of the writes, or {@link #NONE}. */
  int position(int i) {
    return position[i];
  }

  /** The number of the value in place before the write at {@code place}. */
  int before(int place) {
    return place == 0 ? register.initial() : register.leaves(order[place - 1]);
  }

  Completion answer(int value) {
    Value said = register.value(value);
    return new Completion.Ok(said);
  }
}
