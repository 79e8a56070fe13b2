package io.quorate.raft.core;

import io.quorate.raft.Role;
import io.quorate.raft.rules.Ballots;
import org.jspecify.annotations.Nullable;

/** What a server is in its term, with what it knows only in that role (5.1). */
sealed interface RoleState
    permits RoleState.Follower, RoleState.PreCandidate, RoleState.Candidate, Leader {
  /** The role's name. */
  Role role();

  /**
   * Answers leaders and candidates.
   *
   * @param leader the leader of this term, null while none was heard
   */
  record Follower(@Nullable String leader) implements RoleState {
    @Override
    public Role role() {
      return Role.FOLLOWER;
    }
  }

  /** Asks whether it would be elected (thesis 9.6). */
  record PreCandidate(Ballots ballots) implements RoleState {
    @Override
    public Role role() {
      return Role.PRE_CANDIDATE;
    }
  }

  /**
   * Asks for votes.
   *
   * @param voteSequence the write that makes its own vote durable
   * @param outranked whether another candidate of the term is to stand again first
   */
  record Candidate(Ballots ballots, long voteSequence, boolean outranked) implements RoleState {
    @Override
    public Role role() {
      return Role.CANDIDATE;
    }

    Candidate with(Ballots counted) {
      return new Candidate(counted, voteSequence, outranked);
    }

    Candidate beside(boolean higherRank) {
      return new Candidate(ballots, voteSequence, outranked || higherRank);
    }
  }
}
