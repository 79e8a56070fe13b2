package io.quorate.workload;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The workers a generator may employ: numbers from 0, each a client slot that runs one operation at
 * a time under a process number that changes after a crash.
 *
 * <p>Worker {@code w} lives beside node {@code w mod nodes}. An immutable view; a part of a
 * generator may be shown only some of the workers.
 *
 * @param count how many there are in the whole run: every number is below it
 * @param nodes how many nodes they are spread over
 * @param free the numbers of the free ones among those shown; never modified by a reader
 * @param shown the numbers of the workers shown, null when all are; never modified by a reader
 * @param turn the number from which on the next one to employ is looked for
 */
public record Workers(int count, int nodes, BitSet free, @Nullable BitSet shown, int turn) {
  /** What {@link #inTurn} answers when nobody is free. */
  public static final int NOBODY = -1;

  /** Refuses a run without workers or nodes. */
  public Workers {
    if (count < 1 || nodes < 1) {
      throw new IllegalArgumentException("no run has " + count + " workers, " + nodes + " nodes");
    }
  }

  /** Shows all workers, the turn being at worker 0. */
  public Workers(int count, int nodes, BitSet free) {
    this(count, nodes, free, null, 0);
  }

  /** Whether worker {@code number} has no operation under way. */
  public boolean isFree(int number) {
    return free.get(number);
  }

  /** Returns the node index, from 0, that worker {@code number} lives beside. */
  public int homeOf(int number) {
    return number % nodes;
  }

  /** Whether none of those shown has an operation under way. */
  public boolean allFree() {
    return free.cardinality() == (shown == null ? count : shown.cardinality());
  }

  /** Whether none is shown at all, so that no waiting helps. */
  public boolean isEmpty() {
    return shown != null && shown.isEmpty();
  }

  /**
   * Returns the free worker whose turn it is, or {@link #NOBODY}: the first one from {@link #turn}
   * on, round the circle. Every leaf of a generator employs this one, so that under any load each
   * free worker is employed before another one a second time.
   */
  public int inTurn() {
    int number = free.nextSetBit(turn);
    return number >= 0 ? number : free.nextSetBit(0);
  }

  /** Returns a view with the turn at worker {@code number}. */
  public Workers startingAt(int number) {
    return number == turn ? this : new Workers(count, nodes, free, shown, number);
  }

  /** Returns a view of those of the workers shown that {@code members} holds. */
  public Workers only(BitSet members) {
    BitSet freeMembers = (BitSet) free.clone();
    freeMembers.and(members);
    BitSet shownMembers = members;
    if (shown != null) {
      shownMembers = (BitSet) shown.clone();
      shownMembers.and(members);
    }
    return new Workers(count, nodes, freeMembers, shownMembers, turn);
  }
}
