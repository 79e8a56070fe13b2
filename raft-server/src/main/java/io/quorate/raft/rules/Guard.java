package io.quorate.raft.rules;

import io.quorate.raft.BrokenLaw;

/** What happens when the core sees one of Raft's laws broken. */
public interface Guard {
  /**
   * Stops the program when the law does not hold: a server that lies is worse than none. Only
   * seeded bugs that break a law on purpose go on.
   *
   * @throws BrokenLaw when {@code holds} is false
   */
  default void require(boolean holds, String law) {
    if (!holds) {
      throw new BrokenLaw(law);
    }
  }
}
