package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model.Step;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the dequeues of a history say of the order of its enqueues: of two values enqueued once and
 * dequeued once, the one whose dequeue returned before the other's was invoked was enqueued before
 * it; and before any that nobody ever dequeued.
 *
 * <p>Where the enqueues themselves were the other way round in real time, or something was dequeued
 * more often than enqueued, there is no order, and nothing may be enqueued.
 */
final class Dequeues {
  /** Nothing is known. */
  static final Dequeues UNKNOWN = new Dequeues();

  private final Map<Value, List<Step>> enqueues = new HashMap<>();
  private final Map<Value, List<Step>> dequeues = new HashMap<>();
  private final Map<Value, Integer> rank = new HashMap<>();
  private final Map<Value, Integer> before = new HashMap<>();
  private boolean doubt;
  private boolean impossible;

  private Dequeues() {}

  static Dequeues of(List<Step> steps) {
    Dequeues known = new Dequeues();
    steps.forEach(known::add);
    List<Value> once = new ArrayList<>();
    for (Value value : known.dequeued(steps)) {
      int out = known.dequeues.getOrDefault(value, List.of()).size();
      int in = known.enqueues.getOrDefault(value, List.of()).size();
      known.impossible |= out > in;
      if (out == 1 && in == 1) {
        once.add(value);
      }
    }
    if (!known.impossible) {
      once.sort(Comparator.comparingLong(value -> known.dequeue(value).end()));
      known.rank(once, steps);
    }
    return known;
  }

  private void add(Step step) {
    Call call = step.call();
    if (call.function().equals("enqueue")) {
      enqueues.computeIfAbsent(call.argument(), none -> new ArrayList<>()).add(step);
    } else if (call.answer() instanceof Call.Returned(Value item)) {
      if (!item.equals(Value.NIL)) {
        dequeues.computeIfAbsent(item, none -> new ArrayList<>()).add(step);
      }
    } else {
      doubt = true;
    }
  }

  /** Returns the values dequeued, each once, in the order of {@code steps}. */
  private List<Value> dequeued(List<Step> steps) {
    return steps.stream()
        .filter(step -> !step.call().function().equals("enqueue"))
        .flatMap(step ->
            step.call().answer() instanceof Call.Returned(Value item)
                ? Stream.of(item)
                : Stream.empty())
        .filter(dequeues::containsKey)
        .distinct()
        .toList();
  }

  private Step dequeue(Value value) {
    return first(dequeues, value);
  }

  private static Step first(Map<Value, List<Step>> steps, Value value) {
    return steps.getOrDefault(value, List.of()).getFirst();
  }

  private void rank(List<Value> once, List<Step> steps) {
    long[] ends = once.stream().mapToLong(value -> dequeue(value).end()).toArray();
    long[] latest = new long[ends.length + 1];
    for (int i = 0; i < ends.length; i++) {
      latest[i + 1] = Math.max(latest[i], first(enqueues, once.get(i)).invoke());
    }
    for (int i = 0; i < ends.length; i++) {
      Value value = once.get(i);
      int earlier = ~Arrays.binarySearch(ends, dequeue(value).invoke());
      rank.put(value, i);
      before.put(value, earlier);
      impossible |= first(enqueues, value).end() < latest[earlier];
      impossible |= ends[i] < first(enqueues, value).invoke();
    }
    for (Step step : steps) {
      Value value = step.call().argument();
      if (!doubt && step.call().function().equals("enqueue") && !dequeues.containsKey(value)) {
        before.put(value, ends.length);
        impossible |= step.end() < latest[ends.length];
      }
    }
  }

  /** Whether no order of the history is one of a queue. */
  boolean impossible() {
    return impossible;
  }

  /** Returns how many values, the first by rank, have to be enqueued before {@code item}. */
  int before(Value item) {
    return before.getOrDefault(item, 0);
  }

  /** Returns {@code state} with {@code item} counted as enqueued. */
  FifoQueue.State mark(FifoQueue.State state, Value item) {
    Integer ranked = rank.get(item);
    if (ranked == null) {
      return state;
    }
    List<Integer> ahead = new ArrayList<>(state.ahead());
    ahead.add(ranked);
    ahead.sort(Comparator.naturalOrder());
    int done = state.done();
    while (!ahead.isEmpty() && ahead.getFirst() == done) {
      ahead.removeFirst();
      done++;
    }
    return new FifoQueue.State(state.row(), done, List.copyOf(ahead));
  }
}
