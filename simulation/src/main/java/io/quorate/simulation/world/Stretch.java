package io.quorate.simulation.world;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A time in which no fault came or went, and a majority of the nodes ran with sound links to one
 * another: nothing keeps them from serving.
 *
 * @param fromNanos since when
 * @param toNanos until when
 * @param core the largest such majority
 */
record Stretch(long fromNanos, long toNanos, SortedSet<String> core) {
  /** Keeps its own copy. */
  Stretch {
    core = Collections.unmodifiableSortedSet(new TreeSet<>(core));
  }

  long nanos() {
    return toNanos - fromNanos;
  }
}
