package io.quorate.raft.rules;

import io.quorate.raft.Quorum;
import io.quorate.raft.Role;
import java.util.Set;

/** When a read may be answered without the log: the decisions of Raft 8 and thesis 6.4. */
public interface Read {
  /** What to do with a read. */
  enum Route {
    /** Send the client to the leader. */
    REDIRECT,
    /** Confirm first that this is still the leader (ReadIndex). */
    CONFIRM,
    /** Answer from this server's memory. */
    LOCAL
  }

  /** Only the leader serves reads, and only once it has proved to be one (thesis 6.4, step 3). */
  default Route route(Role role) {
    return role == Role.LEADER ? Route.CONFIRM : Route.REDIRECT;
  }

  /**
   * Whether a server that has heard no leader since it started answers from what it has recovered:
   * never. What it recovered is of old.
   */
  default boolean servesWhileStarting() {
    return false;
  }

  /**
   * Whether the leader may take its commit index for the read's (thesis 6.4, step 1): only after an
   * entry of its own term is committed; before that it does not know what its predecessors had.
   *
   * @param firstOfTerm index of the first entry of the leader's term
   */
  default boolean knowsCommit(long commit, long firstOfTerm) {
    return commit >= firstOfTerm;
  }

  /** Whether an answer to {@code round} confirms a read: only if begun after the read arrived. */
  default boolean counts(long round, long roundOfRead) {
    return round >= roundOfRead;
  }

  /**
   * How long after a confirmed round began the leader answers reads without another (thesis 6.4.1);
   * 0 for never. A voter that heard the leader listens to no candidate for the least election
   * timeout, and gives no vote for as long after a start. What is taken off is for clocks that run
   * at different rates, by a tenth at most, against one another.
   *
   * @param wanted whether the operator wants leases at all
   * @param electionNanos the least election timeout
   */
  default long leaseNanos(boolean wanted, long electionNanos) {
    return wanted ? electionNanos - electionNanos / 10 : 0;
  }

  /** Whether these voters, the leader among them, are enough to confirm (thesis 6.4, step 3). */
  default boolean confirms(Quorum quorum, Set<String> agreeing, Set<String> heard) {
    return quorum.reachedBy(agreeing);
  }

  /** Whether the state machine is far enough for the read (thesis 6.4, step 4). */
  default boolean ready(long applied, long readIndex) {
    return applied >= readIndex;
  }
}
