package io.quorate.checker.state;

import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of values that grows and shrinks at its end, an O(1) step each; a longer list shares the
 * shorter one it was made of.
 *
 * <p>Its hash is the polynomial of the items' hashes at {@link #BASE}, so that the hash of two
 * lists one after the other can be told from theirs.
 */
public final class Chain {
  /** What the polynomial is taken at, modulo 2^64: odd, or items would be forgotten. */
  static final long BASE = 0x9e3779b97f4a7c15L;

  /** The empty list. */
  public static final Chain EMPTY = new Chain(null, Value.NIL, 0, 0);

  /** What one more item takes in memory, in bytes, estimated. */
  public static final long BYTES = 64;

  private static final int MOST_SHOWN = 12;

  private final @Nullable Chain rest;
  private final Value last;
  private final int size;
  private final long hash;

  private Chain(@Nullable Chain rest, Value last, int size, long hash) {
    this.rest = rest;
    this.last = last;
    this.size = size;
    this.hash = hash;
  }

  /** Returns this list with {@code item} after all others. */
  public Chain with(Value item) {
    return new Chain(this, item, size + 1, hash * BASE + item.hashCode());
  }

  /** Returns this list without its last item. */
  public Chain rest() {
    if (rest == null) {
      throw new IllegalArgumentException("an empty list has no last item");
    }
    return rest;
  }

  /** Returns the last item; nil of an empty list. */
  public Value last() {
    return last;
  }

  /** Returns the number of items. */
  public int size() {
    return size;
  }

  /** Returns the items, first to last. */
  public List<Value> items() {
    Value[] items = new Value[size];
    Chain at = this;
    for (int i = size - 1; i >= 0; i--) {
      items[i] = at.last;
      at = at.rest();
    }
    return List.of(items);
  }

  /** Whether these are the items of {@code other}, first to last. */
  public boolean holds(List<Value> other) {
    if (other.size() != size) {
      return false;
    }
    Chain at = this;
    for (int i = size - 1; i >= 0; i--) {
      if (!at.last.equals(other.get(i))) {
        return false;
      }
      at = at.rest();
    }
    return true;
  }

  long polynomial() {
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Chain chain
        && chain.size == size
        && chain.hash == hash
        && sameItems(this, chain);
  }

  private static boolean sameItems(Chain a, Chain b) {
    Chain left = a;
    Chain right = b;
    while (left.size > 0 && !shared(left, right)) {
      if (!left.last.equals(right.last)) {
        return false;
      }
      left = left.rest();
      right = right.rest();
    }
    return true;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean shared(Chain a, Chain b) {
    return a == b;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }

  /** Shows the last items of a long list. */
  @Override
  public String toString() {
    List<String> shown = new ArrayList<>();
    Chain at = this;
    while (at.size > 0 && shown.size() < MOST_SHOWN) {
      shown.addFirst(at.last.toString());
      at = at.rest();
    }
    String before = at.size == 0 ? "" : at.size + " before, ";
    return "[" + before + String.join(", ", shown) + "]";
  }
}
