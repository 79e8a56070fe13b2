package io.quorate.raft.protocol;

import io.quorate.raft.Chunk;
import io.quorate.raft.LogEntry;
import io.quorate.raft.SnapshotId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What servers say to one another (Raft figure 2), one name a message. */
public sealed interface PeerMessage {
  /** The sender's term. */
  long term();

  /**
   * Pre-Vote (thesis 9.6): would you vote for the sender in the term after {@code term}, its own?
   * Changes nothing at the receiver.
   */
  record PreVoteRequest(long term, long lastLogIndex, long lastLogTerm) implements PeerMessage {}

  /**
   * The answer to a Pre-Vote.
   *
   * @param term the term of the one that answers
   * @param askedIn the term of the request
   */
  record PreVoteResponse(long term, long askedIn, boolean granted) implements PeerMessage {}

  /**
   * RequestVote (5.2, 5.4.1).
   *
   * @param transfer whether the leader chose this candidate (thesis 3.10), so that it is to be
   *     listened to although a leader is heard
   */
  record VoteRequest(long term, long lastLogIndex, long lastLogTerm, boolean transfer)
      implements PeerMessage {}

  /** The answer to a vote request of the same term. */
  record VoteResponse(long term, boolean granted) implements PeerMessage {}

  /**
   * AppendEntries (5.3), a heartbeat when {@code entries} is empty.
   *
   * @param round number of the leader's confirmation round this message belongs to; echoed, so that
   *     a read is confirmed only by answers to a round begun after it arrived
   */
  record AppendRequest(
      long term,
      long previousIndex,
      long previousTerm,
      List<LogEntry> entries,
      long leaderCommit,
      long round)
      implements PeerMessage {
    /** Keeps its own copy. */
    public AppendRequest {
      entries = List.copyOf(entries);
    }
  }

  /**
   * The answer to an append request of the same term.
   *
   * @param matchIndex when successful, the last index known to agree with the leader, durable
   * @param conflictTerm when refused, the term at the place of disagreement, 0 when the log is
   *     shorter
   * @param conflictIndex when refused, where the leader should try next
   * @param round of the request answered
   */
  record AppendResponse(
      long term,
      boolean success,
      long matchIndex,
      long conflictTerm,
      long conflictIndex,
      long round)
      implements PeerMessage {}

  /**
   * InstallSnapshot (7, figure 13): the part of a snapshot that begins at {@code offset}, perhaps
   * empty.
   *
   * @param round as in {@link AppendRequest}
   */
  record InstallRequest(long term, SnapshotId id, int offset, Chunk chunk, long round)
      implements PeerMessage {}

  /**
   * The answer to a part of a snapshot.
   *
   * @param received how many bytes of it are there, from its start
   * @param round of the request answered
   */
  record InstallResponse(long term, SnapshotId id, int received, long round)
      implements PeerMessage {}

  /** The leader wants the receiver to stand for election at once (thesis 3.10). */
  record TimeoutNow(long term) implements PeerMessage {}

  /** A nonce for the receiver's account of probes; no part of Raft. */
  record Probe(long term, long nonce, @Nullable String note) implements PeerMessage {}
}
