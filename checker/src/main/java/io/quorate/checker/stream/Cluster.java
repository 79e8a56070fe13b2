package io.quorate.checker.stream;

import io.quorate.history.Value;
import org.jspecify.annotations.Nullable;

/**
 * A value with its one writer and the reads that saw it so far. What a compare-and-set left it is
 * glued behind what that one met.
 */
final class Cluster {
  static final long NEVER = Long.MAX_VALUE;
  static final long BEFORE_ALL = Long.MIN_VALUE;

  final Value value;

  /** What its writer must have met, if that is a compare-and-set. */
  final @Nullable Value met;

  @Nullable Cluster previous;
  @Nullable Cluster next;

  private @Nullable Block block;

  long firstReturn = NEVER;
  long lastInvocation;

  /** The earliest return of anything that the chain puts behind this. */
  long overwritten = NEVER;

  Cluster(Value value, @Nullable Value met, long invoked) {
    this.value = value;
    this.met = met;
    this.lastInvocation = invoked;
  }

  /** Whether its writer surely took effect: it returned, or somebody saw what it left. */
  boolean effective() {
    return block != null;
  }

  /** Returns the block of what took effect. */
  Block block() {
    if (block == null) {
      throw new IllegalStateException("nobody knows whether " + value + " was ever written");
    }
    return block;
  }

  void join(Block joined) {
    block = joined;
  }
}
