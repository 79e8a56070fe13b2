package io.quorate.raft.rules;

import io.quorate.raft.HardState;
import io.quorate.raft.Quorum;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Who may lead: the decisions of Raft 5.2 and 5.4.1, and of CheckQuorum (thesis 6.2). */
public interface Election {
  /**
   * How much longer than the least election timeout a server waits, less than this (5.2): drawn
   * anew each time, so that two seldom stand at once.
   */
  default long spread(long mostNanos, RandomGenerator random) {
    return random.nextLong(mostNanos);
  }

  /** Whether a server asks whether it would be elected before it stands (thesis 9.6). */
  default boolean asksFirst(boolean wanted) {
    return wanted;
  }

  /**
   * Whether the answer of a server in a newer term makes a follower (figure 2, All Servers, 2): as
   * any message does.
   */
  default boolean followsAnswers() {
    return true;
  }

  /**
   * Whether candidates, and those who ask whether they would be elected, are listened to (thesis
   * 4.2.3): not while a leader is heard, or was within the least election timeout. Otherwise a
   * server that does not hear the leader, or was removed, would depose it again and again. A
   * candidate that the leader itself chose is always listened to (thesis 3.10).
   *
   * @param transfer whether the leader told the candidate to stand
   */
  default boolean listens(boolean leaderHeard, boolean transfer) {
    return transfer || !leaderHeard;
  }

  /**
   * Whether one would vote for a server in the term after {@code term} (thesis 9.6): that term is
   * new, and its log is at least as up-to-date.
   */
  default boolean wouldGrant(HardState mine, LogPosition last, long term, LogPosition theirs) {
    return term >= mine.term() && theirs.compareTo(last) >= 0;
  }

  /**
   * Whether to vote for a candidate of one's own term (figure 2, RequestVote, 2): no vote was given
   * to anybody else in this term, and the candidate's log is at least as up-to-date (5.4.1).
   */
  default boolean grants(HardState mine, LogPosition last, String candidate, LogPosition theirs) {
    boolean free = mine.votedFor() == null || mine.votedFor().equals(candidate);
    return free && theirs.compareTo(last) >= 0;
  }

  /**
   * Whether this candidate of a term in which another stands, too, is the one to stand again soon
   * if neither wins; the other waits a whole election timeout. Of two that know of each other it is
   * one: the ranking of 5.2, which here only ends a split vote, so nobody waits for a server of a
   * higher rank that died.
   */
  default boolean outranks(String self, LogPosition last, String rival, LogPosition theirs) {
    int order = last.compareTo(theirs);
    return order > 0 || (order == 0 && self.compareTo(rival) < 0);
  }

  /** Whether an election is won, or would be (5.2): a majority of all voters is for it. */
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
