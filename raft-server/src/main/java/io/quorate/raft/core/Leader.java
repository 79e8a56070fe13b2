package io.quorate.raft.core;

import io.quorate.raft.Role;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Replicates its log. Everything here ends with the term. */
final class Leader implements RoleState {
  /** A client's command that was appended at {@code index} and is not committed yet. */
  record Proposal(long index, long ticket) {}

  private final String self;
  private final long firstOfTerm;
  private final SortedMap<String, Progress> peers = new TreeMap<>();
  private final Deque<Proposal> proposals = new ArrayDeque<>();
  private final ReadQueue reads = new ReadQueue();
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
