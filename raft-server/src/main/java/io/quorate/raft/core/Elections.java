package io.quorate.raft.core;

import io.quorate.raft.HardState;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.protocol.PeerMessage.PreVoteRequest;
import io.quorate.raft.protocol.PeerMessage.PreVoteResponse;
import io.quorate.raft.protocol.PeerMessage.VoteRequest;
import io.quorate.raft.protocol.PeerMessage.VoteResponse;
import io.quorate.raft.rules.Ballots;
import io.quorate.raft.rules.Durability.Promise;
import io.quorate.raft.rules.Election;
import io.quorate.raft.rules.LogPosition;

/** Leader election (5.2): candidates, voters, and the question before (Pre-Vote, thesis 9.6). */
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
      case RoleState.Follower follower -> stand();
      case RoleState.PreCandidate asking -> {
        if (!preDecided(asking.ballots().atTimeout())) {
          stand();
        }
      }
      case RoleState.Candidate candidate -> {
        if (!decided(candidate.with(candidate.ballots().atTimeout()))) {
          stand();
        }
      }
    }
  }

  /**
   * The connection of a peer was closed. When it is the leader's, its process has most likely
   * ended: unless it is heard within two heartbeats, time enough to dial anew, an election begins.
   */
  void gone(String peer) {
    if (node.role() instanceof RoleState.Follower && peer.equals(node.leader())) {
      node.leaderGone();
    }
  }

  private void stand() {
    if (!node.mayStand()) {
      node.awaitLeader();
    } else if (node.rules().election().asksFirst(node.config().preVote())) {
      ask();
    } else {
      campaign(false);
    }
  }

  /** The leader wants this server to lead, and it does so at once (thesis 3.10). */
  void chosen(String leader) {
    boolean follows = node.role() instanceof RoleState.Follower && leader.equals(node.leader());
    if (follows && node.mayStand()) {
      campaign(true);
    }
  }

  /** Asks whether it would be elected, and keeps its term meanwhile (thesis 9.6). */
  private void ask() {
    node.become(new RoleState.PreCandidate(Ballots.none()));
    node.awaitLeader();
    LogPosition last = node.log().last();
    PreVoteRequest request = new PreVoteRequest(node.term(), last.index(), last.term());
    toOthers(Promise.VOTE_REQUEST, request);
    preCount(node.self(), true);
  }

  /** Starts an election (figure 2, Candidates, 1). */
  private void campaign(boolean transfer) {
    node.remember(new HardState(node.term() + 1, node.self()));
    node.become(new RoleState.Candidate(Ballots.none(), node.out().lastSequence(), false));
    node.awaitLeader();
    LogPosition last = node.log().last();
    toOthers(
        Promise.VOTE_REQUEST, new VoteRequest(node.term(), last.index(), last.term(), transfer));
    if (!node.rules().durability().waits(Promise.OWN_VOTE)) {
      count(node.self(), true);
    }
  }

  private void toOthers(Promise promise, PeerMessage message) {
    for (String voter : node.configuration().quorum().all()) {
      if (!voter.equals(node.self())) {
        node.out().send(promise, voter, message);
      }
    }
  }

  /** Somebody asks whether it would be elected. */
  void preAsked(String asking, PreVoteRequest request) {
    LogPosition theirs = new LogPosition(request.lastLogTerm(), request.lastLogIndex());
    Election rules = node.rules().election();
    boolean granted =
        rules.listens(node.hearsLeader(), false)
            && rules.wouldGrant(node.hard(), node.log().last(), request.term(), theirs);
    PreVoteResponse response = new PreVoteResponse(node.term(), request.term(), granted);
    node.out().send(Promise.VOTE_RESPONSE, asking, response);
  }

  /** A voter said whether it would vote for this server; answers to an earlier term are old. */
  void preAnswered(String voter, PreVoteResponse response) {
    if (response.askedIn() == node.term()) {
      preCount(voter, response.granted());
    }
  }

  private void preCount(String voter, boolean granted) {
    if (node.role() instanceof RoleState.PreCandidate asking) {
      preDecided(asking.ballots().and(voter, granted));
    }
  }

  private boolean preDecided(Ballots ballots) {
    node.become(new RoleState.PreCandidate(ballots));
    boolean won = node.rules().election().wins(node.configuration().quorum(), ballots);
    if (won) {
      campaign(false);
    }
    return won;
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
    if (request.term() == mine.term() && node.role() instanceof RoleState.Candidate standing) {
      rivals(standing, candidate, theirs);
    }
  }

  /** Two stand in one term: should neither win, the one of higher rank need not wait long. */
  private void rivals(RoleState.Candidate standing, String rival, LogPosition theirs) {
    boolean first = node.rules().election().outranks(node.self(), node.log().last(), rival, theirs);
    RoleState.Candidate beside = standing.beside(!first);
    node.become(beside);
    if (beside.outranked()) {
      node.awaitLeader();
    } else {
      node.awaitOutcome();
    }
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
    boolean won = node.rules().election().wins(node.configuration().quorum(), candidate.ballots());
    if (won) {
      leading.begin(candidate.ballots().granted());
    }
    return won;
  }
}
