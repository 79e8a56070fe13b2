package io.quorate.raft.rules;

import java.util.function.LongUnaryOperator;

/** When an entry is committed: the decisions of Raft 5.3 and 5.4.2. */
public interface Commit {
  /**
   * The leader's commit index now (figure 2, Leaders, last rule): an entry of the leader's own term
   * that a majority holds commits itself and all before it. An entry of an older term is never
   * committed by counting (5.4.2): figure 8 shows how it could still be overwritten.
   */
  default long byLeader(Replicas replicas, long commit, long term, LongUnaryOperator termAt) {
    long held = replicas.onMajority();
    return held > commit && termAt.applyAsLong(held) == term ? held : commit;
  }

  /**
   * The leader's commit index when a round for reads begins: as it was. A round confirms the
   * leader, not its entries.
   *
   * @param lastIndex the last entry of the leader's log
   */
  default long byReads(long commit, long lastIndex) {
    return commit;
  }

  /**
   * A follower's commit index after it accepted a request (figure 2, AppendEntries, 5): not beyond
   * {@code agreed}, the last entry this very request showed to agree with the leader's log. What
   * lies behind it may be of another leader.
   */
  default long byFollower(long commit, long leaderCommit, long agreed, long lastIndex) {
    return Math.max(commit, Math.min(leaderCommit, agreed));
  }
}
