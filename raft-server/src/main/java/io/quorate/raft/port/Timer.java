package io.quorate.raft.port;

/** Wakes the server with {@link Event.TimerFired}. Monotonic; setting a name again replaces it. */
public interface Timer {
  /** The timers of a server. */
  enum Name {
    /** No leader heard for too long (5.2). */
    ELECTION,
    /** No leader heard for the least election timeout: candidates are listened to again. */
    SILENCE,
    /** Time for the leader to be heard. */
    HEARTBEAT,
    /** Time for the leader to see whether a majority still answers (thesis 6.2). */
    CHECK_QUORUM,
    /** Time for the leader to give up handing over leadership (thesis 3.10). */
    TRANSFER
  }

  /** Nanoseconds on the node's monotonic clock, from any origin. */
  long now();

  /** Fires {@code name} once after {@code delayNanos}. */
  void set(Name name, long delayNanos);

  /** Forgets {@code name}; a firing already handed over may still come. */
  void cancel(Name name);
}
