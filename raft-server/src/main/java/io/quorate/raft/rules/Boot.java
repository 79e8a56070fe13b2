package io.quorate.raft.rules;

import io.quorate.raft.HardState;

/** What a restarted server remembers (figure 2, persistent state). */
public interface Boot {
  /** The term and the vote it goes on with: those it had. */
  default HardState recall(HardState recovered) {
    return recovered;
  }
}
