package io.quorate.raft.core;

import io.quorate.raft.Configuration;
import io.quorate.raft.Quorum;
import io.quorate.raft.Role;
import io.quorate.raft.state.Lease;
import io.quorate.raft.state.Progress;
import io.quorate.raft.state.ReadQueue;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Replicates its log. Everything here ends with the term. */
final class Leader implements RoleState {
  /** A client's command that was appended at {@code index} and is not committed yet. */
  record Proposal(long index, long ticket) {}

  /**
   * A leadership transfer under way (thesis 3.10).
   *
   * @param to who is to lead
   * @param ticket who waits for the answer
   * @param told whether {@code to} was told to stand for election
   */
  record Transfer(String to, long ticket, boolean told) {}

  /**
   * A membership change under way (thesis 4).
   *
   * @param target who is to take part in the end
   * @param ticket who waits for the answer
   * @param seen how much the newcomers had when they were last looked at
   * @param idle how often in a row they had not got any further
   */
  record Change(Configuration target, long ticket, long seen, int idle) {}

  private final String self;
  private final long firstOfTerm;
  private final int window;
  private final SortedMap<String, Progress> peers = new TreeMap<>();
  private final Deque<Proposal> proposals = new ArrayDeque<>();
  private final ReadQueue reads = new ReadQueue();
  private final Lease lease = new Lease();
  private @Nullable Transfer transfer;
  private @Nullable Change change;
  private long round;

  /**
   * The leader of a new term.
   *
   * @param configuration the one in force
   * @param supporters those of the voters that were just heard from
   * @param firstOfTerm index of its first entry
   */
  Leader(CoreConfig config, Configuration configuration, Set<String> supporters, long firstOfTerm) {
    this.self = config.self();
    this.window = config.maxInFlight();
    this.firstOfTerm = firstOfTerm;
    follow(configuration, supporters, firstOfTerm);
  }

  /**
   * Another configuration is in force: its servers, and no others, get the log.
   *
   * @param next the last entry, so that newcomers are sent one and say where their logs part
   */
  void configured(Configuration configuration, long next) {
    peers.keySet().retainAll(configuration.servers());
    follow(configuration, Set.of(), next);
  }

  private void follow(Configuration configuration, Set<String> heard, long next) {
    for (String server : configuration.servers()) {
      if (!server.equals(self) && !peers.containsKey(server)) {
        peers.put(server, new Progress(next, heard.contains(server), window));
      }
    }
  }

  @Override
  public Role role() {
    return Role.LEADER;
  }

  long firstOfTerm() {
    return firstOfTerm;
  }

  SortedMap<String, Progress> peers() {
    return peers;
  }

  Deque<Proposal> proposals() {
    return proposals;
  }

  ReadQueue reads() {
    return reads;
  }

  /** The transfer that is under way, or null. */
  @Nullable Transfer transfer() {
    return transfer;
  }

  void transfer(@Nullable Transfer next) {
    transfer = next;
  }

  /** The membership change that is under way, or null. */
  @Nullable Change change() {
    return change;
  }

  void change(@Nullable Change next) {
    change = next;
  }

  /** Of these the peer that answers and has most of the log, the first by name; or null. */
  @Nullable String furthest(Collection<String> among) {
    String furthest = null;
    long most = -1;
    for (Map.Entry<String, Progress> peer : peers.entrySet()) {
      boolean may = among.contains(peer.getKey()) && peer.getValue().heardOfLate();
      if (may && peer.getValue().match() > most) {
        furthest = peer.getKey();
        most = peer.getValue().match();
      }
    }
    return furthest;
  }

  long round() {
    return round;
  }

  /** Begins a round of confirmation: answers to it prove that this was the leader just now. */
  long beginRound(long now) {
    lease.begin(++round, now);
    return round;
  }

  Lease lease() {
    return lease;
  }

  /** The latest round that a majority has answered. */
  long confirmedRound(Quorum quorum) {
    return quorum.reached(voter -> {
      Progress peer = peers.get(voter);
      return voter.equals(self) ? round : peer == null ? 0 : peer.round();
    });
  }

  /** Itself and the peers for which this is so. */
  Set<String> selfAnd(Predicate<Progress> holds) {
    Set<String> chosen = new TreeSet<>();
    chosen.add(self);
    peers.forEach((peer, progress) -> {
      if (holds.test(progress)) {
        chosen.add(peer);
      }
    });
    return chosen;
  }

  /**
   * Tells everybody who waits that this server leads no more.
   *
   * @param successor who leads instead, or null
   * @param admitsDoubt whether those whose updates were appended are told that it is unknown what
   *     becomes of them
   */
  void abandon(@Nullable String successor, boolean admitsDoubt, BiConsumer<Long, Outcome> tell) {
    Outcome doubt = new Outcome.Unknown("leadership was lost before the entry was committed");
    for (Proposal proposal : proposals) {
      tell.accept(proposal.ticket(), admitsDoubt ? doubt : new Outcome.NotLeader(successor));
    }
    if (change != null) {
      String reason = "leadership was lost while the membership changed";
      tell.accept(change.ticket(), new Outcome.Unknown(reason));
    }
    if (transfer != null && transfer.ticket() != Input.Transfer.NOBODY) {
      Outcome lost = new Outcome.Refused("leadership was lost to another");
      tell.accept(transfer.ticket(), transfer.told() ? new Outcome.Done() : lost);
    }
    String chosen = transfer != null && transfer.told() ? transfer.to() : null;
    Outcome elsewhere = new Outcome.NotLeader(successor == null ? chosen : successor);
    reads.abandon(ticket -> tell.accept(ticket, elsewhere));
  }
}
