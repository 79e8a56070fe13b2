package io.quorate.simulation;

/**
 * Something wrong that was seen from inside, whatever the clients saw.
 *
 * @param kind what it is
 * @param words one sentence
 * @param atNanos when, since the start of the trial
 */
public record Finding(Kind kind, String words, long atNanos) {
  /** The kinds of findings. */
  public enum Kind {
    /** A law of Raft was broken (figure 3), as the servers' own states show. */
    LAW,
    /** A server ended itself, though nothing was done to its disk that excuses it. */
    STOPPED,
    /** A cluster that could have served did not. */
    LIVENESS
  }
}
