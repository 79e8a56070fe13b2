package io.quorate.raft.rules;

import io.quorate.raft.Configuration;
import io.quorate.raft.Quorum;

/** How the set of servers changes: the decisions of thesis 4. */
public interface Membership {
  /**
   * Whether a leader may begin a change: only once the configuration in force is committed, and so
   * is an entry of the leader's own term. Without the latter two leaders may each take one step
   * from the same configuration, to majorities that do not overlap (Ongaro, raft-dev, July 2015).
   *
   * @param firstOfTerm index of the first entry of the leader's term
   * @param configuredAt index of the configuration in force
   */
  default boolean mayBegin(long commit, long firstOfTerm, long configuredAt) {
    return commit >= firstOfTerm && commit >= configuredAt;
  }

  /**
   * Whether a server may stand for election: when it has a vote, and when the configuration that
   * takes its vote is not known to be committed. It may then have the only log that is up-to-date,
   * and be needed to commit that very configuration (4.2.2, figure 4.6).
   *
   * @param votes whether it has a vote in the configuration in force
   * @param voted whether it has one in an earlier configuration of its log
   */
  default boolean mayStand(boolean votes, boolean voted, long commit, long configuredAt) {
    return votes || (voted && commit < configuredAt);
  }

  /**
   * Whether the change needs no joint configuration: only when the voters stay the same (4.3). One
   * server at a time would do as well (4.1); one way is enough, and it is the general one.
   */
  default boolean inOneStep(Quorum now, Quorum target) {
    return now.equals(target);
  }

  /**
   * Who takes part once a leader's snapshot stands for the log (5.1): who is named in it. The
   * changes before it are in no log any more.
   *
   * @param known what this server took for the configuration until now
   */
  default Configuration installed(Configuration known, Configuration inSnapshot) {
    return inSnapshot;
  }

  /**
   * Whether a leader may leave the joint configuration: only once it is committed, so that no
   * majority of the outgoing voters alone can decide any more (4.3).
   */
  default boolean mayLeaveJoint(long commit, long configuredAt) {
    return commit >= configuredAt;
  }
}
