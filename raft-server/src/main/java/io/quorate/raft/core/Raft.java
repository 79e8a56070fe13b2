package io.quorate.raft.core;

import io.quorate.raft.Configuration;
import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.Role;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.PeerMessage;
import io.quorate.raft.rules.LogPosition;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One server's Raft (figure 2) as a pure machine: an input in, effects out.
 *
 * <p>The parts follow the paper: {@code Elections} 5.2, {@code Following} and {@code Leading} 5.3
 * and 5.4, {@code Reading} 8. What they share is {@code Node}: term, vote, log, commit index and
 * role. Writes are asked for as {@link Effect.Persist}; a message that promises something names the
 * write it rests on, so whoever carries out the effects may gather many writes into one sync.
 */
public final class Raft {
  private final Node node;
  private final Reading reading;
  private final Leading leading;
  private final Following following;
  private final Elections elections;
  private final Transferring transferring;
  private final Reconfiguring reconfiguring;

  /**
   * A server with what it remembers.
   *
   * @param hard the term and vote recovered from the disk
   * @param snapshot the one recovered from the disk, or NONE
   * @param configuration the one in the snapshot, or the initial one
   * @param entries the log recovered from the disk, from the index behind the snapshot
   * @param random draws the election timeouts
   */
  public Raft(
      CoreConfig config,
      HardState hard,
      SnapshotId snapshot,
      Configuration configuration,
      List<LogEntry> entries,
      RandomGenerator random) {
    node =
        new Node(
            config, config.rules().boot().recall(hard), snapshot, configuration, entries, random);
    reading = new Reading(node);
    transferring = new Transferring(node);
    reconfiguring = new Reconfiguring(node, transferring);
    leading = new Leading(node, reading, transferring, reconfiguring);
    following = new Following(node);
    elections = new Elections(node, leading);
  }

  /**
   * Takes one input.
   *
   * @param now nanoseconds on the server's monotonic clock; leases alone look at it
   * @return what is to be done, in this order
   * @throws io.quorate.raft.BrokenLaw when this server would break one of Raft's laws
   */
  public List<Effect> step(Input input, long now) {
    node.now(now);
    switch (input) {
      case Input.Start start -> node.start();
      case Input.TimerFired fired -> fired(fired.name());
      case Input.Received received -> received(received.from(), received.message());
      case Input.PeerGone gone -> elections.gone(gone.peer());
      case Input.Propose propose -> propose(propose);
      case Input.Read read -> reading.asked(read.ticket());
      case Input.Transfer transfer -> transfer(transfer);
      case Input.Reconfigure ask -> reconfigure(ask);
      case Input.Retire retire -> asLeader(this::retire);
      case Input.Persisted persisted -> persisted(persisted.sequence());
      case Input.Compacted compacted -> node.compacted(compacted.id());
      case Input.Installed installed ->
          following.installed(installed.id(), installed.configuration());
      case Input.Flush flush -> asLeader(leading::flush);
    }
    return node.out().drain();
  }

  private void fired(Timer.Name name) {
    switch (name) {
      case ELECTION -> elections.timedOut();
      case SILENCE -> node.leaderSilent();
      case HEARTBEAT -> asLeader(leading::beat);
      case CHECK_QUORUM -> asLeader(leading::check);
      case TRANSFER -> asLeader(this::transferOverdue);
    }
  }

  private void transferOverdue(Leader leader) {
    transferring.overdue(leader);
    reconfiguring.notTakenOver(leader);
  }

  private void asLeader(Consumer<Leader> deed) {
    if (node.role() instanceof Leader leader) {
      deed.accept(leader);
    }
  }

  private void received(String from, PeerMessage message) {
    switch (message) {
      case PeerMessage.PreVoteRequest request -> elections.preAsked(from, request);
      case PeerMessage.PreVoteResponse response -> {
        meetAnswer(response.term());
        elections.preAnswered(from, response);
      }
      case PeerMessage.VoteRequest request -> asked(from, request);
      case PeerMessage.VoteResponse response -> {
        if (meetAnswer(response.term())) {
          elections.answered(from, response);
        }
      }
      case PeerMessage.AppendRequest request -> {
        meetTerm(request.term(), from);
        following.asked(from, request);
      }
      case PeerMessage.AppendResponse response -> answered(from, response);
      case PeerMessage.InstallRequest request -> {
        meetTerm(request.term(), from);
        following.asked(from, request);
      }
      case PeerMessage.InstallResponse response -> {
        if (meetAnswer(response.term())) {
          asLeader(leader -> leading.answered(leader, from, response));
        }
      }
      case PeerMessage.TimeoutNow now -> {
        if (meetTerm(now.term(), null)) {
          elections.chosen(from);
        }
      }
      case PeerMessage.Probe probe -> {}
    }
  }

  private void asked(String candidate, PeerMessage.VoteRequest request) {
    if (node.rules().election().listens(node.hearsLeader(), request.transfer())) {
      meetTerm(request.term(), null);
      elections.asked(candidate, request);
    }
  }

  private void answered(String follower, PeerMessage.AppendResponse response) {
    meetAnswer(response.term());
    if (node.rules().replication().counts(response.term(), node.term())) {
      asLeader(leader -> leading.answered(leader, follower, response));
    }
  }

  /** Whether an answer is of the node's term, which it may have made a newer one. */
  private boolean meetAnswer(long term) {
    boolean follows = node.rules().election().followsAnswers();
    return follows ? meetTerm(term, null) : term == node.term();
  }

  /** Follows a newer term (figure 2, All Servers, 2); whether the message is of the node's term. */
  private boolean meetTerm(long term, @Nullable String leader) {
    if (term > node.term()) {
      node.follow(term, leader);
    }
    return term == node.term();
  }

  private void propose(Input.Propose propose) {
    orElsewhere(
        propose.ticket(), leader -> leading.propose(leader, propose.ticket(), propose.command()));
  }

  private void transfer(Input.Transfer transfer) {
    orElsewhere(
        transfer.ticket(), leader -> transferring.asked(leader, transfer.ticket(), transfer.to()));
  }

  private void reconfigure(Input.Reconfigure ask) {
    orElsewhere(ask.ticket(), leader -> reconfiguring.asked(leader, ask.ticket(), ask.target()));
  }

  /** What a leader alone may do; another server says who leads. */
  private void orElsewhere(long ticket, Consumer<Leader> deed) {
    if (node.role() instanceof Leader leader) {
      deed.accept(leader);
    } else if (ticket != Input.Transfer.NOBODY) {
      node.out().answer(ticket, new Outcome.NotLeader(node.leader()));
    }
  }

  private void retire(Leader leader) {
    reconfiguring.leaveToOthers(leader);
    transferring.asked(leader, Input.Transfer.NOBODY, null);
  }

  private void persisted(long sequence) {
    node.log().synced(sequence);
    elections.persisted(sequence);
    asLeader(leading::persisted);
  }

  /** What it is. */
  public Role role() {
    return node.role().role();
  }

  /** Its term and its vote. */
  public HardState hardState() {
    return node.hard();
  }

  /** Whom it takes for the leader of its term, or null. */
  public @Nullable String leader() {
    return node.leader();
  }

  /** At a leader, for each peer the last index known to be durable there; else empty. */
  public SortedMap<String, Long> matches() {
    SortedMap<String, Long> matches = new TreeMap<>();
    if (node.role() instanceof Leader leader) {
      leader.peers().forEach((peer, progress) -> matches.put(peer, progress.match()));
    }
    return matches;
  }

  /** Whether it is handing over leadership. */
  public boolean transfers() {
    return node.role() instanceof Leader leader && leader.transfer() != null;
  }

  /** The last index it knows to be committed. */
  public long commit() {
    return node.commit();
  }

  /** The last index it gave to its state machine. */
  public long applied() {
    return node.applied();
  }

  /** The last index of its log that is durable here. */
  public long durable() {
    return node.log().durableIndex();
  }

  /** Who takes part as far as it knows. */
  public Configuration configuration() {
    return node.configuration();
  }

  /** Who took part at the last entry it gave to its state machine. */
  public Configuration appliedConfiguration() {
    return node.configurations().at(node.applied());
  }

  /** Its newest durable snapshot. */
  public SnapshotId snapshot() {
    return node.snapshot();
  }

  /** The last entry that is in a snapshot taken now. */
  public LogPosition snapshotPosition() {
    return node.log().at(node.rules().apply().snapshotAt(node.applied()));
  }

  /** Whether it leads and a peer that answers is being brought a snapshot. */
  public boolean brings() {
    return node.role() instanceof Leader leader
        && leader.peers().values().stream().anyMatch(peer -> peer.heardOfLate() && peer.installs());
  }

  /** What comes before the first entry of {@link #log}. */
  public LogPosition before() {
    return node.log().before();
  }

  /** Its log, from the entry behind {@link #before}. A view, not to be kept across steps. */
  public List<LogEntry> log() {
    return node.log().view();
  }
}
