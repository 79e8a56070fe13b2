package io.quorate.checker.model;

import io.quorate.checker.Call;
import io.quorate.checker.Model.Step;
import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the reads of a set that nothing is removed from say of the order of its additions: the set
 * passes through everything that was read, so what only a larger read has is added after all that a
 * smaller one has, and what none has after them all.
 *
 * <p>Where two reads are no part of each other there is no order, and nothing may be added.
 */
final class Reads {
  /** Nothing is known. */
  static final Reads UNKNOWN = new Reads(Map.of(), 0);

  private final Map<Value, Integer> before;
  private final int most;

  private Reads(Map<Value, Integer> before, int most) {
    this.before = before;
    this.most = most;
  }

  static Reads of(List<Step> steps) {
    List<Set<Value>> reads = new ArrayList<>();
    for (Step step : steps) {
      if (step.call().function().equals("remove")) {
        return UNKNOWN;
      }
      if (step.call().function().equals("read")
          && step.call().answer() instanceof Call.Returned(Value said)) {
        reads.add(new LinkedHashSet<>(AppendList.items(said)));
      }
    }
    reads.sort(Comparator.comparingInt(Set::size));
    Map<Value, Integer> before = new HashMap<>();
    int smaller = 0;
    for (Set<Value> read : reads) {
      for (Value item : read) {
        before.putIfAbsent(item, smaller);
      }
      if (before.size() != read.size()) {
        return new Reads(Map.of(), Integer.MAX_VALUE);
      }
      smaller = read.size();
    }
    return new Reads(before, smaller);
  }

  /** Returns how many items are there before {@code item} can be added. */
  int before(Value item) {
    return before.getOrDefault(item, most);
  }
}
