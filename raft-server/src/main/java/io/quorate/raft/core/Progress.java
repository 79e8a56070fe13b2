package io.quorate.raft.core;

/**
 * What a leader knows of one peer (figure 2, volatile state on leaders). One request with entries
 * is on its way at a time; it is sent again when it stays unanswered for two heartbeats.
 */
final class Progress {
  private static final int BEATS_UNTIL_RESENT = 2;

  /** Last index known to be durable at the peer. */
  private long match;

  /** Index of the next entry to send. */
  private long next;

  /** Last index of the request with entries that is on its way, 0 when none is. */
  private long sent;

  /** Heartbeats since then. */
  private int beats;

  /** Highest confirmation round it answered. */
  private long round;

  /** Whether it answered since the last check of the quorum, and in the period before. */
  private boolean heard;

  private boolean heardBefore;

  Progress(long next, boolean heard) {
    this.next = next;
    this.heard = heard;
  }

  long match() {
    return match;
  }

  long next() {
    return next;
  }

  long round() {
    return round;
  }

  boolean heard() {
    return heard;
  }

  boolean heardOfLate() {
    return heard || heardBefore;
  }

  boolean idle() {
    return sent == 0;
  }

  void sending(long last) {
    sent = last;
    beats = 0;
  }

  /** A heartbeat passes; a request that is late is given up. */
  void beat() {
    if (sent > 0 && ++beats >= BEATS_UNTIL_RESENT) {
      sent = 0;
    }
  }

  void answered(long toRound) {
    heard = true;
    round = Math.max(round, toRound);
  }

  void agreesTo(long index) {
    match = Math.max(match, index);
    next = Math.max(next, match + 1);
    if (match >= sent) {
      sent = 0;
    }
  }

  /** It refused: try at {@code index}, at least one earlier; a refusal of old is ignored. */
  void backTo(long index) {
    long earlier = Math.min(index, next - 1);
    if (earlier > match) {
      next = earlier;
      sent = 0;
    }
  }

  void newPeriod() {
    heardBefore = heard;
    heard = false;
  }
}
