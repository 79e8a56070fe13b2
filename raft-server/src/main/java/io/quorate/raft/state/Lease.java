package io.quorate.raft.state;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When a majority last confirmed a leader (thesis 6.4.1), counted from the moment the round began:
 * a voter that answers it has heard this leader then or later.
 */
public final class Lease {
  private record Round(long number, long begun) {}

  private final Deque<Round> rounds = new ArrayDeque<>();
  private boolean confirmed;
  private boolean givenUp;
  private long since;

  /** A round begins. */
  public void begin(long number, long now) {
    rounds.add(new Round(number, now));
  }

  /** A majority has answered round {@code number}, or a later one. */
  public void confirmedUpTo(long number) {
    while (!rounds.isEmpty() && rounds.element().number() <= number) {
      since = rounds.remove().begun();
      confirmed = true;
    }
  }

  /** Somebody else may be elected although this leader is heard: the lease is gone for good. */
  public void giveUp() {
    givenUp = true;
  }

  /** How long ago a majority confirmed the leader; longest when none did, or it was given up. */
  public long age(long now) {
    return confirmed && !givenUp ? now - since : Long.MAX_VALUE;
  }
}
