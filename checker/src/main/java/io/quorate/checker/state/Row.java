package io.quorate.checker.state;

import io.quorate.history.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue of values: grows at its end, shrinks at its front, O(1) a step over time.
 *
 * <p>Two lists, the older one turned round (Hood and Melville 1981 without the schedule). How the
 * items are spread over the two is no part of what a row is.
 */
public final class Row {
  /** The empty row. */
  public static final Row EMPTY = new Row(Chain.EMPTY, 0, 1, Chain.EMPTY);

  private final Chain front;
  private final long frontHash;
  private final long backPower;
  private final Chain back;

  /**
   * Puts a row together.
   *
   * @param front the older items, the oldest last
   * @param frontHash their polynomial, oldest first
   * @param backPower the base to the power of the size of {@code back}
   * @param back the younger items, the youngest last
   */
  private Row(Chain front, long frontHash, long backPower, Chain back) {
    this.front = front;
    this.frontHash = frontHash;
    this.backPower = backPower;
    this.back = back;
  }

  /** Returns this row with {@code item} at its end. */
  public Row with(Value item) {
    return front.size() == 0
        ? new Row(front.with(item), item.hashCode(), 1, Chain.EMPTY)
        : new Row(front, frontHash, backPower * Chain.BASE, back.with(item));
  }

  /** Returns the item at the front; nil of an empty row. */
  public Value first() {
    return front.last();
  }

  /** Returns this row without the item at its front. */
  public Row rest() {
    Chain fewer = front.rest();
    if (fewer.size() > 0) {
      long gone = front.last().hashCode() * power(fewer.size());
      return new Row(fewer, frontHash - gone, backPower, back);
    }
    Chain turned = Chain.EMPTY;
    for (Chain at = back; at.size() > 0; at = at.rest()) {
      turned = turned.with(at.last());
    }
    return new Row(turned, back.polynomial(), 1, Chain.EMPTY);
  }

  private static long power(int exponent) {
    long power = 1;
    long square = Chain.BASE;
    for (int left = exponent; left > 0; left >>= 1) {
      power = (left & 1) == 1 ? power * square : power;
      square *= square;
    }
    return power;
  }

  /** Returns the number of items. */
  public int size() {
    return front.size() + back.size();
  }

  /** Returns the items, first to last. */
  public List<Value> items() {
    List<Value> items = new ArrayList<>(front.items().reversed());
    items.addAll(back.items());
    return items;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row row
        && row.size() == size()
        && row.hash() == hash()
        && row.items().equals(items());
  }

  private long hash() {
    return frontHash * backPower + back.polynomial();
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash());
  }

  @Override
  public String toString() {
    return items().toString();
  }
}
