package io.quorate.raft.core;

import io.quorate.raft.LogEntry;
import io.quorate.raft.protocol.PeerMessage.AppendRequest;
import io.quorate.raft.protocol.PeerMessage.AppendResponse;
import io.quorate.raft.rules.Durability.Promise;
import java.util.List;

/** Log replication on the follower's side (5.3; figure 2, AppendEntries, Receiver). */
final class Following {
  private final Node node;

  Following(Node node) {
    this.node = node;
  }

  /** A leader sends; its term is not newer than the node's. */
  void asked(String leader, AppendRequest request) {
    if (request.term() < node.term()) {
      refuse(leader, request, 0, 0);
      return;
    }
    String known = node.leader();
    boolean alone = known == null || known.equals(leader);
    node.require(alone, "a term has at most one leader");
    if (!(node.role() instanceof Leader)) {
      node.follow(request.term(), leader);
      node.leaderHeard();
      compare(leader, request);
    }
  }

  private void compare(String leader, AppendRequest request) {
    RaftLog log = node.log();
    long there = log.termAt(request.previousIndex());
    if (node.rules().replication().agrees(there, request.previousTerm())) {
      accept(leader, request);
    } else if (there < 0) {
      refuse(leader, request, 0, log.lastIndex() + 1);
    } else {
      refuse(leader, request, there, log.firstOfTermAt(request.previousIndex()));
    }
  }

  private void accept(String leader, AppendRequest request) {
    List<LogEntry> fresh = unknownOf(request.entries());
    if (!fresh.isEmpty()) {
      node.append(fresh);
    }
    long agreed = request.previousIndex() + request.entries().size();
    long last = node.log().lastIndex();
    long commit =
        node.rules().commit().byFollower(node.commit(), request.leaderCommit(), agreed, last);
    node.commitTo(commit, "leader", leader);
    AppendResponse done = new AppendResponse(node.term(), true, agreed, 0, 0, request.round());
    node.out().send(Promise.APPEND_RESPONSE, leader, done);
  }

  /** The new entries from the first one that is missing here, or conflicts with the log. */
  private List<LogEntry> unknownOf(List<LogEntry> entries) {
    RaftLog log = node.log();
    int known = 0;
    while (known < entries.size()) {
      LogEntry entry = entries.get(known);
      if (entry.index() > log.lastIndex()
          || node.rules().replication().conflicts(log.termAt(entry.index()), entry.term())) {
        break;
      }
      known++;
    }
    return entries.subList(known, entries.size());
  }

  private void refuse(String leader, AppendRequest request, long term, long index) {
    AppendResponse refusal =
        new AppendResponse(node.term(), false, 0, term, index, request.round());
    node.out().send(Promise.APPEND_RESPONSE, leader, refusal);
  }
}
