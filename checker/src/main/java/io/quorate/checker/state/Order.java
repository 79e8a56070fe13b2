package io.quorate.checker.state;

import io.quorate.history.Value;
import java.util.Iterator;
import java.util.List;

/** A total order of values, the same everywhere: nil, numbers, texts, sequences. */
public final class Order {
  private Order() {}

  /** Compares as a {@code Comparator} does; 0 exactly where the values are equal. */
  public static int compare(Value a, Value b) {
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
