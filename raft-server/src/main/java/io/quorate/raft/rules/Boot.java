package io.quorate.raft.rules;

import io.quorate.raft.HardState;

/** What a restarted server remembers (figure 2, persistent state). */
public interface Boot {
  /** The term and the vote it goes on with: those it had. */
  default HardState recall(HardState recovered) {
    return recovered;
  }

  /**
   * Whether a server that served before goes on where its disk is empty: no. It would have
   * forgotten whom it voted for and what it said to hold, and others count on both. It is to be
   * removed, and added again as one that never was (thesis 4.2).
   */
  default boolean beginsAnew() {
    return false;
  }
}
