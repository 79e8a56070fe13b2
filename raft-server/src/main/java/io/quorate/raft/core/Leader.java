package io.quorate.raft.core;

import io.quorate.raft.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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

  private final String self;
  private final long firstOfTerm;
  private final SortedMap<String, Progress> peers = new TreeMap<>();
  private final Deque<Proposal> proposals = new ArrayDeque<>();
  private final ReadQueue reads = new ReadQueue();
  private @Nullable Transfer transfer;
  private long round;

  /**
   * The leader of a new term.
   *
   * @param firstOfTerm index of its first entry
   * @param supporters those of the voters that were just heard from
   */
  Leader(CoreConfig config, Set<String> supporters, long firstOfTerm) {
    this.self = config.self();
    this.firstOfTerm = firstOfTerm;
    for (String voter : config.quorum().voters()) {
      if (!voter.equals(self)) {
        boolean heard = supporters.contains(voter);
        peers.put(voter, new Progress(firstOfTerm, heard, config.maxInFlight()));
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

  /** Whom it told to stand for election, or null. */
  @Nullable String chosen() {
    return transfer != null && transfer.told() ? transfer.to() : null;
  }

  void transfer(@Nullable Transfer next) {
    transfer = next;
  }

  /** The peer that answers and has most of the log, the first by name among equals; or null. */
  @Nullable String furthest() {
    String furthest = null;
    long most = -1;
    for (Map.Entry<String, Progress> peer : peers.entrySet()) {
      if (peer.getValue().heardOfLate() && peer.getValue().match() > most) {
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
  long beginRound() {
    return ++round;
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
}
