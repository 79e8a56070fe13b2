package io.quorate.checker.state;

import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values and how often each is there: a set, or a multiset, in which a step makes O(log n) anew.
 *
 * <p>A treap (Seidel and Aragon 1996) whose priorities are drawn from the values themselves: the
 * same values give the same tree, whatever the order they came in, so bags are compared subtree by
 * subtree, and shared ones not at all.
 */
public final class Bag {
  /** The empty bag. */
  public static final Bag EMPTY = new Bag(null);

  private static final int MOST_SHOWN = 24;

  private final @Nullable Node root;

  private Bag(@Nullable Node root) {
    this.root = root;
  }

  /** A value, how often it is there, and the values below and above it. */
  private record Node(
      Value value, int count, @Nullable Node left, @Nullable Node right, int size, long hash) {
    static Node of(Value value, int count, @Nullable Node left, @Nullable Node right) {
      long own = mix(value.hashCode() * 31L + count);
      return new Node(
          value,
          count,
          left,
          right,
          1 + sizeOf(left) + sizeOf(right),
          own + hashOf(left) + hashOf(right));
    }

    long priority() {
      return mix(~(long) value.hashCode());
    }

    boolean above(Node other) {
      int order = Long.compare(priority(), other.priority());
      return order > 0 || (order == 0 && Order.compare(value, other.value) < 0);
    }
  }

  private static int sizeOf(@Nullable Node node) {
    return node == null ? 0 : node.size;
  }

  private static long hashOf(@Nullable Node node) {
    return node == null ? 0 : node.hash;
  }

  private static long mix(long x) {
    long z = x + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Returns how often {@code value} is there. */
  public int count(Value value) {
    Node at = root;
    while (at != null) {
      int order = Order.compare(value, at.value);
      if (order == 0) {
        return at.count;
      }
      at = order < 0 ? at.left : at.right;
    }
    return 0;
  }

  /** Returns this bag with {@code value} once more. */
  public Bag with(Value value) {
    return new Bag(set(root, value, count(value) + 1));
  }

  /** Returns this bag with {@code value} once less. */
  public Bag without(Value value) {
    int count = count(value);
    if (count == 0) {
      throw new IllegalArgumentException("the bag has no " + value);
    }
    return new Bag(count == 1 ? removed(root, value) : set(root, value, count - 1));
  }

  private static Node set(@Nullable Node node, Value value, int count) {
    if (node == null) {
      return Node.of(value, count, null, null);
    }
    int order = Order.compare(value, node.value);
    if (order == 0) {
      return Node.of(value, count, node.left, node.right);
    }
    return order < 0
        ? liftLeft(node, set(node.left, value, count))
        : liftRight(node, set(node.right, value, count));
  }

  private static Node liftLeft(Node node, Node left) {
    return left.above(node)
        ? Node.of(
            left.value,
            left.count,
            left.left,
            Node.of(node.value, node.count, left.right, node.right))
        : Node.of(node.value, node.count, left, node.right);
  }

  private static Node liftRight(Node node, Node right) {
    return right.above(node)
        ? Node.of(
            right.value,
            right.count,
            Node.of(node.value, node.count, node.left, right.left),
            right.right)
        : Node.of(node.value, node.count, node.left, right);
  }

  private static @Nullable Node removed(@Nullable Node node, Value value) {
    if (node == null) {
      return null;
    }
    int order = Order.compare(value, node.value);
    if (order == 0) {
      return joined(node.left, node.right);
    }
    return order < 0
        ? Node.of(node.value, node.count, removed(node.left, value), node.right)
        : Node.of(node.value, node.count, node.left, removed(node.right, value));
  }

  private static @Nullable Node joined(@Nullable Node left, @Nullable Node right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return left.above(right)
        ? Node.of(left.value, left.count, left.left, joined(left.right, right))
        : Node.of(right.value, right.count, joined(left, right.left), right.right);
  }

  /** Returns the number of different values. */
  public int size() {
    return sizeOf(root);
  }

  /** Returns the different values, in {@link Order}. */
  public List<Value> values() {
    List<Value> values = new ArrayList<>(size());
    collect(root, values);
    return values;
  }

  private static void collect(@Nullable Node node, List<Value> values) {
    if (node != null) {
      collect(node.left, values);
      values.add(node.value);
      collect(node.right, values);
    }
  }

  /** Returns what a step to a bag of this size makes anew, in bytes, estimated. */
  public long bytes() {
    return 64L * (2 + Integer.SIZE - Integer.numberOfLeadingZeros(size()));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bag bag && same(root, bag.root);
  }

  private static boolean same(@Nullable Node a, @Nullable Node b) {
    if (a == null || b == null || shared(a, b)) {
      return shared(a, b);
    }
    return a.hash == b.hash
        && a.count == b.count
        && a.value.equals(b.value)
        && same(a.left, b.left)
        && same(a.right, b.right);
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean shared(@Nullable Node a, @Nullable Node b) {
    return a == b;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hashOf(root));
  }

  /** Shows the first values of a large bag. */
  @Override
  public String toString() {
    List<String> shown =
        values().stream()
            .limit(MOST_SHOWN)
            .map(value -> count(value) > 1 ? count(value) + " times " + value : "" + value)
            .toList();
    int more = size() - shown.size();
    return "{" + String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "") + "}";
  }
}
