package io.quorate.checker.zones;

import io.quorate.checker.search.Operations;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Chains of glued clusters: each is one block of any legal order, for what lies between two of its
 * clusters would part a compare-and-set from what it met.
 *
 * <p>A block has the R and the I of all its operations together. It is a forward zone from R to I
 * when R comes first, else a backward zone from I to R.
 */
final class Blocks {
  private final Clusters clusters;

  /** By block: its first value, and the values of its R and its I. */
  private final int[] begin;

  private final int[] returnedAt;
  private final int[] invokedAt;
  private int size;

  /** Two values of one chain, the second of which came to an end before the first. */
  private int laterValue = Clusters.NONE;

  private int earlierValue = Clusters.NONE;
  private final boolean circular;

  Blocks(Clusters clusters) {
    this.clusters = clusters;
    int values = clusters.writer.length;
    this.begin = new int[values];
    this.returnedAt = new int[values];
    this.invokedAt = new int[values];
    int chained = 0;
    int present = 0;
    for (int value = 0; value < values; value++) {
      present += clusters.present(value) ? 1 : 0;
      chained += clusters.begins(value) ? chain(value) : 0;
    }
    this.circular = chained < present;
  }

  /** Opens the block of the chain that begins with {@code first}; returns how many it glues. */
  private int chain(int first) {
    int returned = first;
    int invoked = first;
    int length = 0;
    for (int value = first; value != Clusters.NONE; value = clusters.next[value]) {
      if (clusters.earliestReturn(value) < clusters.latestInvocation(invoked) && value != invoked) {
        earlierValue = invoked;
        laterValue = value;
      }
      if (clusters.earliestReturn(value) < clusters.earliestReturn(returned)) {
        returned = value;
      }
      if (clusters.latestInvocation(value) > clusters.latestInvocation(invoked)) {
        invoked = value;
      }
      length++;
    }
    begin[size] = first;
    returnedAt[size] = returned;
    invokedAt[size] = invoked;
    size++;
    return length;
  }

  /** Whether some values are glued in a ring, each after the other. */
  boolean circular() {
    return circular;
  }

  /** Returns the earlier one of two values of a chain that real time turns around, or NONE. */
  int earlierValue() {
    return earlierValue;
  }

  /** Returns the later one of these two values, or NONE. */
  int laterValue() {
    return laterValue;
  }

  int begin(int block) {
    return begin[block];
  }

  /** Returns the value of the operation that returned first. */
  int returnedAt(int block) {
    return returnedAt[block];
  }

  /** Returns the value of the operation invoked last. */
  int invokedAt(int block) {
    return invokedAt[block];
  }

  long earliestReturn(int block) {
    return clusters.earliestReturn(returnedAt[block]);
  }

  long latestInvocation(int block) {
    return clusters.latestInvocation(invokedAt[block]);
  }

  /** Whether an operation of {@code first} returned before one of {@code second} was invoked. */
  boolean mustPrecede(int first, int second) {
    return earliestReturn(first) < latestInvocation(second);
  }

  private long left(int block) {
    return Math.min(earliestReturn(block), latestInvocation(block));
  }

  /** Returns the blocks by the left end of their zones. */
  int[] sorted() {
    long[] keys = new long[size];
    int rest = 0;
    int[] order = new int[size];
    for (int block = 0; block < size; block++) {
      if (left(block) == Long.MIN_VALUE) {
        order[0] = block;
      } else {
        keys[rest++] = left(block);
      }
    }
    Arrays.sort(keys, 0, rest);
    int initial = size - rest;
    for (int block = 0; block < size; block++) {
      if (left(block) != Long.MIN_VALUE) {
        order[initial + Arrays.binarySearch(keys, 0, rest, left(block))] = block;
      }
    }
    return order;
  }

  /**
   * Returns two blocks of which each must precede the other, or null when there are none.
   *
   * @param sorted all blocks by the left end
   */
  int @Nullable [] conflict(int[] sorted) {
    int forward = Clusters.NONE;
    for (int block : sorted) {
      if (forward != Clusters.NONE && mustPrecede(forward, block) && mustPrecede(block, forward)) {
        return new int[] {forward, block};
      }
      if (earliestReturn(block) < latestInvocation(block)) {
        forward = block;
      }
    }
    return null;
  }

  static boolean never(long end) {
    return end == Operations.OPEN;
  }
}
