package io.quorate.raft.state;

import io.quorate.raft.SnapshotId;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a leader knows of one peer (figure 2, volatile state on leaders), and how it sends to it.
 *
 * <p>While it does not know where the logs part it <em>probes</em>: one request with entries at a
 * time, until one is accepted. From then on it <em>replicates</em>: requests follow one another
 * without waiting, up to a window. A refusal, or a loss, leads back to probing. While it lacks
 * entries that are gone it is brought a <em>snapshot</em>, one part at a time.
 *
 * <p>A loss is known, not guessed from time: requests and answers keep their order on a connection,
 * and an answer waits for the disk as any other. So when a peer answers a later round and not the
 * request before it, that request or its answer is gone. Over a network that reorders, such a guess
 * may be wrong; then entries are sent twice, which is harmless.
 */
public final class Progress {
  /** A request with entries that is on its way. */
  private record Sent(long last, long round) {}

  private static final long NOTHING_SENT = -1;

  private final int window;

  /** Last index known to be durable at the peer. */
  private long match;

  /** Index of the next entry to send. */
  private long next;

  private boolean probing = true;

  /** Requests with entries that are not answered, oldest first. */
  private final Deque<Sent> inFlight = new ArrayDeque<>();

  /** Highest round it answered. */
  private long round;

  /** The snapshot it is being brought, how much of it is there, and when the last part left. */
  private SnapshotId snapshot = SnapshotId.NONE;

  private int offset;
  private long partRound = NOTHING_SENT;

  /** Whether it answered since the last check of the quorum, and in the period before. */
  private boolean heard;

  private boolean heardBefore;

  /**
   * A peer of which nothing is known.
   *
   * @param next where the leader's log ends
   * @param heard whether it was heard just now
   * @param window most requests with entries on their way at a time
   */
  public Progress(long next, boolean heard, int window) {
    this.next = next;
    this.heard = heard;
    this.window = window;
  }

  public long match() {
    return match;
  }

  public long next() {
    return next;
  }

  public long round() {
    return round;
  }

  public boolean heard() {
    return heard;
  }

  public boolean heardOfLate() {
    return heard || heardBefore;
  }

  /** Whether a further request with entries may be sent. */
  public boolean hasRoom() {
    return inFlight.size() < (probing ? 1 : window);
  }

  /** Entries up to {@code last} are sent in {@code round}. */
  public void sending(long last, long inRound) {
    inFlight.add(new Sent(last, inRound));
    if (!probing) {
      next = last + 1;
    }
  }

  /** It answered something sent in {@code inRound}: what was sent in earlier ones is lost. */
  public void answered(long inRound) {
    heard = true;
    round = Math.max(round, inRound);
    if (!inFlight.isEmpty() && inFlight.element().round() < round) {
      probeAt(probing ? next : match + 1);
    }
  }

  /** It agrees with the leader's log up to {@code index}, durably. */
  public void agreesTo(long index) {
    match = Math.max(match, index);
    while (!inFlight.isEmpty() && inFlight.element().last() <= match) {
      inFlight.remove();
      probing = false;
    }
    next = Math.max(next, match + 1);
  }

  /** It refused: try at {@code index}, at least one earlier; a refusal of old is ignored. */
  public void backTo(long index) {
    long earlier = Math.min(index, next - 1);
    if (earlier > match) {
      probeAt(earlier);
    }
  }

  /** Whether it is being brought a snapshot. */
  public boolean installs() {
    return snapshot.index() > match;
  }

  /**
   * Whether the next part of this snapshot may be sent: none is on its way, or that one is lost.
   */
  public boolean partDue(SnapshotId id) {
    if (!id.equals(snapshot)) {
      snapshot = id;
      offset = 0;
      partRound = NOTHING_SENT;
    }
    return partRound == NOTHING_SENT || round > partRound;
  }

  /** How much of the snapshot is there. */
  public int offset() {
    return offset;
  }

  public void sendingPart(long inRound) {
    partRound = inRound;
  }

  /** It says how much of this snapshot it has. */
  public void partAnswered(SnapshotId id, int received) {
    if (id.equals(snapshot)) {
      offset = Math.clamp(received, 0, id.size());
      partRound = NOTHING_SENT;
    }
  }

  public void newPeriod() {
    heardBefore = heard;
    heard = false;
  }

  private void probeAt(long index) {
    probing = true;
    inFlight.clear();
    next = index;
  }
}
