package io.quorate.raft.core;

import io.quorate.raft.Chunk;
import io.quorate.raft.Configuration;
import io.quorate.raft.LogEntry;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.protocol.PeerMessage.AppendRequest;
import io.quorate.raft.protocol.PeerMessage.AppendResponse;
import io.quorate.raft.protocol.PeerMessage.InstallRequest;
import io.quorate.raft.protocol.PeerMessage.InstallResponse;
import io.quorate.raft.rules.Durability.Promise;
import io.quorate.raft.state.Installing;
import io.quorate.raft.state.RaftLog;
import java.util.List;

/** Log replication on the follower's side (5.3; figure 2, AppendEntries, Receiver). */
final class Following {
  /**
   * What answers a request of an earlier term confirms: no round. Rounds begin anew in each term,
   * and the same server may lead again by now. The answer is of the present term and would count.
   */
  private static final long NO_ROUND = 0;

  private final Node node;
  private Installing installing = new Installing();

  Following(Node node) {
    this.node = node;
  }

  /** A leader sends; its term is not newer than the node's. */
  void asked(String leader, AppendRequest request) {
    if (request.term() < node.term()) {
      refuse(leader, NO_ROUND, 0, 0);
    } else if (heard(leader, request.term())) {
      compare(leader, request);
    }
  }

  /** A leader brings a snapshot (figure 13); its term is not newer than the node's. */
  void asked(String leader, InstallRequest request) {
    SnapshotId id = request.id();
    if (request.term() < node.term()) {
      answer(leader, id, 0, NO_ROUND);
    } else if (heard(leader, request.term())) {
      if (id.index() <= node.commit()) {
        agree(leader, id.index(), request.round());
      } else {
        take(leader, request);
      }
    }
  }

  private void take(String leader, InstallRequest request) {
    installing.take(request);
    if (installing.complete()) {
      Chunk state = installing.handOver();
      if (state != null) {
        node.out().install(request.id(), state);
      }
    }
    answer(leader, request.id(), installing.received(), request.round());
  }

  /** A snapshot is durable: it may be built upon, and the next one may come. */
  void installed(SnapshotId id, Configuration configuration) {
    installing = new Installing();
    node.installed(id, configuration);
  }

  /** Whether this server follows that leader now. */
  private boolean heard(String leader, long term) {
    String known = node.leader();
    boolean alone = known == null || known.equals(leader);
    node.require(alone, "a term has at most one leader");
    if (node.role() instanceof Leader) {
      return false;
    }
    node.follow(term, leader);
    node.leaderHeard();
    return true;
  }

  private void compare(String leader, AppendRequest request) {
    RaftLog log = node.log();
    boolean gone = request.previousIndex() < log.before().index();
    long there = gone ? request.previousTerm() : log.termAt(request.previousIndex());
    if (node.rules().replication().agrees(there, request.previousTerm())) {
      accept(leader, request);
    } else if (there < 0) {
      refuse(leader, request.round(), 0, log.lastIndex() + 1);
    } else {
      refuse(leader, request.round(), there, log.firstOfTermAt(request.previousIndex()));
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
    agree(leader, agreed, request.round());
  }

  private void agree(String leader, long index, long round) {
    AppendResponse done = new AppendResponse(node.term(), true, index, 0, 0, round);
    node.out().send(Promise.APPEND_RESPONSE, leader, done);
  }

  private void answer(String leader, SnapshotId id, int received, long round) {
    InstallResponse answer = new InstallResponse(node.term(), id, received, round);
    node.out().send(Promise.APPEND_RESPONSE, leader, answer);
  }

  /** The new entries from the first one that is missing here, or conflicts with the log. */
  private List<LogEntry> unknownOf(List<LogEntry> entries) {
    RaftLog log = node.log();
    int known = 0;
    while (known < entries.size()) {
      LogEntry entry = entries.get(known);
      if (entry.index() > log.lastIndex() || differs(log, entry)) {
        break;
      }
      known++;
    }
    return entries.subList(known, entries.size());
  }

  /** What is gone was committed, so it was the same. */
  private boolean differs(RaftLog log, LogEntry entry) {
    return entry.index() > log.before().index()
        && node.rules().replication().conflicts(log.termAt(entry.index()), entry.term());
  }

  private void refuse(String leader, long round, long term, long index) {
    AppendResponse refusal = new AppendResponse(node.term(), false, 0, term, index, round);
    node.out().send(Promise.APPEND_RESPONSE, leader, refusal);
  }
}
