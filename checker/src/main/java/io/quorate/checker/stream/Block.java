package io.quorate.checker.stream;

import io.quorate.history.Value;
import org.jspecify.annotations.Nullable;

/**
 * A chain of glued clusters: contiguous in any legal order. It has the earliest return and the
 * latest invocation of all its operations.
 */
final class Block {
  Cluster head;
  int size = 1;
  long firstReturn;
  long lastInvocation;

  /** The blocks that returned up to here were told that this one must come after them. */
  long told;

  /** The earliest return of the blocks that this one must precede, and whose that is. */
  long superseded = Cluster.NEVER;

  @Nullable Value superseding;

  Block(Cluster only) {
    head = only;
    firstReturn = only.firstReturn;
    lastInvocation = only.lastInvocation;
    told = only.firstReturn;
  }

  /** Whether any of its operations has returned. */
  boolean returned() {
    return firstReturn != Cluster.NEVER;
  }

  void supersededBy(Block other) {
    if (other.firstReturn < superseded) {
      superseded = other.firstReturn;
      superseding = other.head.value;
    }
  }

  /**
   * Takes over {@code other}, glued before or behind this one: its clusters, and its bounds.
   *
   * @param first the first cluster of both together
   */
  void absorb(Block other, Cluster first) {
    Cluster cluster = other.head;
    for (int i = 0; i < other.size; i++) {
      cluster.join(this);
      cluster = i + 1 < other.size && cluster.next != null ? cluster.next : cluster;
    }
    head = first;
    size += other.size;
    told = firstReturn <= other.firstReturn ? told : other.told;
    firstReturn = Math.min(firstReturn, other.firstReturn);
    lastInvocation = Math.max(lastInvocation, other.lastInvocation);
    if (other.superseded < superseded) {
      superseded = other.superseded;
      superseding = other.superseding;
    }
  }
}
