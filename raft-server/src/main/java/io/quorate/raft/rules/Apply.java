package io.quorate.raft.rules;

/** What the state machine may be given (5.3; figure 2, All Servers, 1). */
public interface Apply {
  /** The last index that may be applied: what is committed, whatever more the log holds. */
  default long upTo(long commit, long lastIndex) {
    return commit;
  }
}
