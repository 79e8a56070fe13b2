package io.quorate.raft.rules;

import io.quorate.raft.HardState;
import io.quorate.raft.Quorum;
import java.util.Set;

/** Who may lead: the decisions of Raft 5.2 and 5.4.1, and of CheckQuorum (thesis 6.2). */
public interface Election {
  /**
   * Whether to vote for a candidate of one's own term (figure 2, RequestVote, 2): no vote was given
   * to anybody else in this term, and the candidate's log is at least as up-to-date (5.4.1).
   */
  default boolean grants(HardState mine, LogPosition last, String candidate, LogPosition theirs) {
    boolean free = mine.votedFor() == null || mine.votedFor().equals(candidate);
    return free && theirs.compareTo(last) >= 0;
  }

  /** Whether a candidate has won (5.2): a majority of all voters voted for it. */
  default boolean wins(Quorum quorum, Ballots ballots) {
    return quorum.reachedBy(ballots.granted());
  }

  /**
   * Whether a leader that heard from {@code heard}, itself among them, since the last check remains
   * leader (thesis 6.2): a leader that no majority hears must not keep its clients waiting.
   */
  default boolean remains(Quorum quorum, Set<String> heard) {
    return quorum.reachedBy(heard);
  }
}
