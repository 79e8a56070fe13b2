package io.quorate.raft.core;

import io.quorate.raft.HardState;
import io.quorate.raft.protocol.PeerMessage.VoteRequest;
import io.quorate.raft.protocol.PeerMessage.VoteResponse;
import io.quorate.raft.rules.Ballots;
import io.quorate.raft.rules.Durability.Promise;
import io.quorate.raft.rules.LogPosition;

/** Leader election (5.2): candidates and voters. */
final class Elections {
  private final Node node;
  private final Leading leading;

  Elections(Node node, Leading leading) {
    this.node = node;
    this.leading = leading;
  }

  /** No leader was heard for an election timeout (figure 2, Followers, 2; Candidates, 4). */
  void timedOut() {
    switch (node.role()) {
      case Leader leader -> {}
      case RoleState.Follower follower -> campaign();
      case RoleState.Candidate candidate -> {
        if (!decided(candidate.with(candidate.ballots().atTimeout()))) {
          campaign();
        }
      }
    }
  }

  /** Starts an election (figure 2, Candidates, 1). */
  private void campaign() {
    node.remember(new HardState(node.term() + 1, node.self()));
    node.become(new RoleState.Candidate(Ballots.none(), node.out().lastSequence()));
    node.awaitLeader();
    LogPosition last = node.log().last();
    for (String voter : node.config().quorum().voters()) {
      if (!voter.equals(node.self())) {
        VoteRequest request = new VoteRequest(node.term(), last.index(), last.term());
        node.out().send(Promise.VOTE_REQUEST, voter, request);
      }
    }
    if (!node.rules().durability().waits(Promise.OWN_VOTE)) {
      count(node.self(), true);
    }
  }

  /** A candidate's own vote counts once it is durable. */
  void persisted(long sequence) {
    if (node.role() instanceof RoleState.Candidate candidate
        && sequence >= candidate.voteSequence()) {
      count(node.self(), true);
    }
  }

  /** A candidate asks (figure 2, RequestVote); its term is not newer than the node's. */
  void asked(String candidate, VoteRequest request) {
    HardState mine = node.hard();
    LogPosition theirs = new LogPosition(request.lastLogTerm(), request.lastLogIndex());
    boolean granted =
        request.term() == mine.term()
            && node.rules().election().grants(mine, node.log().last(), candidate, theirs);
    if (granted) {
      if (!candidate.equals(mine.votedFor())) {
        node.remember(new HardState(mine.term(), candidate));
      }
      node.awaitLeader();
    }
    node.out().send(Promise.VOTE_RESPONSE, candidate, new VoteResponse(node.term(), granted));
  }

  /** A voter answered in the node's term. */
  void answered(String voter, VoteResponse response) {
    count(voter, response.granted());
  }

  private void count(String voter, boolean granted) {
    if (node.role() instanceof RoleState.Candidate candidate) {
      decided(candidate.with(candidate.ballots().and(voter, granted)));
    }
  }

  private boolean decided(RoleState.Candidate candidate) {
    node.become(candidate);
    boolean won = node.rules().election().wins(node.config().quorum(), candidate.ballots());
    if (won) {
      leading.begin(candidate.ballots().granted());
    }
    return won;
  }
}
