package io.quorate.workload;

import java.util.BitSet;

/**
 * The workers a generator may employ: numbers from 0, each a client slot that runs one operation at
 * a time under a process number that changes after a crash.
 *
 * <p>Worker {@code w} lives beside node {@code w mod nodes}. An immutable view.
 *
 * @param count how many there are
 * @param nodes how many nodes they are spread over
 * @param free the numbers of the free ones; never modified by a reader
 */
public record Workers(int count, int nodes, BitSet free) {
  /** Whether worker {@code number} has no operation under way. */
  public boolean isFree(int number) {
    return free.get(number);
  }

  /** Returns the node index, from 0, that worker {@code number} lives beside. */
  public int homeOf(int number) {
    return number % nodes;
  }
}
