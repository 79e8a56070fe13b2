package io.quorate.raft;

import org.jspecify.annotations.Nullable;

/**
 * What a server must never forget besides its log (Raft figure 2, persistent state).
 *
 * @param term [PERSISTENT] latest term seen, from 0
 * @param votedFor [PERSISTENT] whom it voted for in that term, or null
 */
public record HardState(long term, @Nullable String votedFor) {
  /** Refuses a negative term. */
  public HardState {
    if (term < 0) {
      throw new IllegalArgumentException("negative term " + term);
    }
  }
}
