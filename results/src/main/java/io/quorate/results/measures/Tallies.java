package io.quorate.results.measures;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tallies by function.
 *
 * @param byFunction in alphabetical order
 */
public record Tallies(SortedMap<String, Tally> byFunction) {
  /** Keeps its own copy. */
  public Tallies {
    byFunction = Collections.unmodifiableSortedMap(new TreeMap<>(byFunction));
  }

  /** Returns the tally of {@code function}, nothing if nobody asked for it. */
  public Tally of(String function) {
    return byFunction.getOrDefault(function, Tally.NONE);
  }

  /** Returns all functions together. */
  public Tally all() {
    return byFunction.values().stream().reduce(Tally.NONE, Tally::plus);
  }
}
