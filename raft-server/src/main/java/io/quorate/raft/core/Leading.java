package io.quorate.raft.core;

import io.quorate.raft.Command;
import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.PeerMessage.AppendResponse;
import io.quorate.raft.protocol.PeerMessage.InstallResponse;
import io.quorate.raft.rules.Durability.Promise;
import io.quorate.raft.rules.Replicas;
import io.quorate.raft.state.Progress;
import io.quorate.raft.state.RaftLog;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Log replication on the leader's side (5.3), commitment (5.4.2) and CheckQuorum (thesis 6.2). */
final class Leading {
  private final Node node;
  private final Sending sending;
  private final Reading reading;
  private final Transferring transferring;
  private final Reconfiguring reconfiguring;

  Leading(Node node, Reading reading, Transferring transferring, Reconfiguring reconfiguring) {
    this.reconfiguring = reconfiguring;
    this.transferring = transferring;
    this.node = node;
    this.sending = new Sending(node);
    this.reading = reading;
  }

  /** Leads: an entry that does nothing comes first (8), so that there is one of its own term. */
  void begin(Set<String> supporters) {
    long first = node.log().lastIndex() + 1;
    node.become(new Leader(node.config(), node.configuration(), supporters, first));
    node.out().cancel(Timer.Name.ELECTION);
    node.out().set(Timer.Name.HEARTBEAT, node.config().heartbeatNanos());
    node.out().set(Timer.Name.CHECK_QUORUM, node.config().electionNanos());
    append(new Command.Noop());
  }

  /** A client's command (figure 2, Leaders, 2). */
  void propose(Leader leader, long ticket, Command command) {
    Leader.Transfer transfer = leader.transfer();
    if (transfer != null) {
      String reason = "leadership is being handed over to " + transfer.to();
      node.out().answer(ticket, new Outcome.Refused(reason));
      return;
    }
    append(command);
    leader.proposals().add(new Leader.Proposal(node.log().lastIndex(), ticket));
    if (!countsOwnDiskOnly()) {
      commit(leader);
    }
  }

  /** Whether its own copy counts when it is durable, and not before. */
  private boolean countsOwnDiskOnly() {
    return node.rules().durability().waits(Promise.OWN_MATCH);
  }

  private void append(Command command) {
    node.propose(command);
  }

  /** A follower answered in this term (figure 2, Leaders, 3). */
  void answered(Leader leader, String peer, AppendResponse response) {
    Progress progress = leader.peers().get(peer);
    if (progress == null) {
      return;
    }
    if (response.success()) {
      boolean known = response.matchIndex() <= node.log().lastIndex();
      node.require(known, "a follower agrees only with entries the leader has");
      progress.agreesTo(response.matchIndex());
    } else {
      progress.backTo(retryAt(response));
    }
    progress.answered(response.round());
    commit(leader);
    reading.confirmed(leader);
    transferring.proceed(leader);
    reconfiguring.proceed(leader);
  }

  /** A follower tells how much of a snapshot it has. */
  void answered(Leader leader, String peer, InstallResponse response) {
    Progress progress = leader.peers().get(peer);
    if (progress != null) {
      progress.partAnswered(response.id(), response.received());
      progress.answered(response.round());
      reading.confirmed(leader);
    }
  }

  /**
   * Where to try next (5.3, the optimization): behind the leader's last entry of the conflicting
   * term if it has any, else at the follower's first entry of that term.
   */
  private long retryAt(AppendResponse refusal) {
    RaftLog log = node.log();
    long last = log.lastUpToTerm(refusal.conflictTerm());
    boolean shared = refusal.conflictTerm() > 0 && log.termAt(last) == refusal.conflictTerm();
    return shared ? last + 1 : refusal.conflictIndex();
  }

  /** Its own disk has caught up: its own copy counts. */
  void persisted(Leader leader) {
    commit(leader);
    reading.confirmed(leader);
    transferring.proceed(leader);
    reconfiguring.proceed(leader);
  }

  private void commit(Leader leader) {
    Replicas replicas = replicas(leader);
    long commit =
        node.rules().commit().byLeader(replicas, node.commit(), node.term(), node.log()::termAt);
    if (commit > node.commit()) {
      node.commitTo(commit, "quorum", holders(replicas, commit));
      answerUpTo(leader, Math.min(commit, node.applied()));
    }
  }

  /** Who has it on the disk as far as was counted, the leader itself not always among them. */
  private String holders(Replicas replicas, long index) {
    return node.out().isTraced()
        ? replicas.match().entrySet().stream()
            .filter(match -> match.getValue() >= index)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(","))
        : "";
  }

  private Replicas replicas(Leader leader) {
    RaftLog log = node.log();
    SortedMap<String, Long> match = new TreeMap<>();
    match.put(node.self(), countsOwnDiskOnly() ? log.durableIndex() : log.lastIndex());
    leader.peers().forEach((peer, progress) -> match.put(peer, progress.match()));
    Set<String> heard = leader.selfAnd(Progress::heardOfLate);
    return new Replicas(node.self(), node.configuration().quorum(), match, heard);
  }

  private void answerUpTo(Leader leader, long index) {
    while (!leader.proposals().isEmpty() && leader.proposals().element().index() <= index) {
      Leader.Proposal proposal = leader.proposals().remove();
      node.out().answer(proposal.ticket(), new Outcome.Executed(proposal.index()));
    }
  }

  /** Sends what was gathered: entries to those who lack them, a new round if reads wait for it. */
  void flush(Leader leader) {
    boolean begun = reading.begin(leader);
    leader.peers().forEach((peer, progress) -> sending.flush(leader, peer, progress, begun));
    reading.confirmed(leader);
  }

  /** Time to be heard (figure 2, Leaders, 1); a round of its own shows what was lost before. */
  void beat(Leader leader) {
    node.out().set(Timer.Name.HEARTBEAT, node.config().heartbeatNanos());
    leader.beginRound(node.now());
    leader.peers().forEach((peer, progress) -> sending.flush(leader, peer, progress, true));
  }

  /** Time to see whether a majority still answers. */
  void check(Leader leader) {
    Set<String> heard = leader.selfAnd(Progress::heard);
    if (node.rules().election().remains(node.configuration().quorum(), heard)) {
      leader.peers().values().forEach(Progress::newPeriod);
      reconfiguring.periodPassed(leader);
      node.out().set(Timer.Name.CHECK_QUORUM, node.config().electionNanos());
    } else {
      node.note("lost-quorum", node.log().lastIndex(), "heard", String.join(",", heard));
      node.follow(node.term(), null);
    }
  }
}
