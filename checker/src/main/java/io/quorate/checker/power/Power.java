package io.quorate.checker.power;

import java.util.List;

/**
 * The detection power of a history, by way of damage.
 *
 * @param shares one for each {@link Damage}, in their order
 * @param nanos how long it took to measure
 */
public record Power(List<Share> shares, long nanos) {
  /** Keeps its own copy. */
  public Power {
    shares = List.copyOf(shares);
  }
}
