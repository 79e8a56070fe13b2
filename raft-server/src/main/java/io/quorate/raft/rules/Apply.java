package io.quorate.raft.rules;

/** What the state machine may be given (5.3; figure 2, All Servers, 1). */
public interface Apply {
  /** The last index that may be applied: what is committed, whatever more the log holds. */
  default long upTo(long commit, long lastIndex) {
    return commit;
  }

  /**
   * The last entry that is in a snapshot taken now, and so the last one that whoever starts from it
   * does not execute: the last one executed.
   */
  default long snapshotAt(long applied) {
    return applied;
  }
}
