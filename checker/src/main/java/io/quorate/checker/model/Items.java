package io.quorate.checker.model;

import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Sequences of values as states of collections: never changed, always made anew. */
final class Items {
  /** The empty collection. */
  static final Value.Sequence NONE = new Value.Sequence(List.of());

  /** Any order of values that is the same everywhere, so that equal sets are equal sequences. */
  static final Comparator<Value> ORDER = Items::compare;

  private Items() {}

  static Value.Sequence append(Value.Sequence items, Value item) {
    List<Value> more = new ArrayList<>(items.items());
    more.add(item);
    return new Value.Sequence(more);
  }

  /** Adds {@code item} to a sorted sequence. */
  static Value.Sequence insert(Value.Sequence sorted, Value item) {
    List<Value> more = new ArrayList<>(sorted.items());
    int at = 0;
    while (at < more.size() && compare(more.get(at), item) <= 0) {
      at++;
    }
    more.add(at, item);
    return new Value.Sequence(more);
  }

  static Value.Sequence without(Value.Sequence items, int index) {
    List<Value> fewer = new ArrayList<>(items.items());
    fewer.remove(index);
    return new Value.Sequence(fewer);
  }

  /** Returns what a client read as the sorted sequence of its different items. */
  static Value.Sequence set(Value read) {
    return new Value.Sequence(of(read).items().stream().distinct().sorted(ORDER).toList());
  }

  /** Returns what a client read as a sequence; nil is the empty one. */
  static Value.Sequence of(Value read) {
    return switch (read) {
      case Value.Sequence sequence -> sequence;
      case Value.Nil nil -> NONE;
      case Value.Int one -> new Value.Sequence(List.of(one));
      case Value.Text one -> new Value.Sequence(List.of(one));
    };
  }

  /** What a state of these items takes, in bytes, estimated. */
  static long bytes(Value.Sequence items) {
    return 512 + 16L * items.items().size();
  }

  private static int compare(Value a, Value b) {
    if (a instanceof Value.Int(long x) && b instanceof Value.Int(long y)) {
      return Long.compare(x, y);
    }
    if (a instanceof Value.Text(String x) && b instanceof Value.Text(String y)) {
      return x.compareTo(y);
    }
    if (a instanceof Value.Sequence(List<Value> x) && b instanceof Value.Sequence(List<Value> y)) {
      return compare(x.iterator(), y.iterator());
    }
    return Integer.compare(kind(a), kind(b));
  }

  private static int compare(Iterator<Value> a, Iterator<Value> b) {
    int order = 0;
    while (order == 0 && a.hasNext() && b.hasNext()) {
      order = compare(a.next(), b.next());
    }
    return order == 0 ? Boolean.compare(a.hasNext(), b.hasNext()) : order;
  }

  private static int kind(Value value) {
    return switch (value) {
      case Value.Nil nil -> 0;
      case Value.Int number -> 1;
      case Value.Text text -> 2;
      case Value.Sequence sequence -> 3;
    };
  }
}
