package io.quorate.runner.campaign;

/**
 * Something that shows a bug.
 *
 * @param kind where it was seen
 * @param words one sentence
 * @param atNanos when it could be seen first, since the start of the trial
 */
public record Sign(Kind kind, String words, long atNanos) {
  /** Where a bug shows. */
  public enum Kind {
    /** In what the clients saw. */
    HISTORY,
    /** In a law of Raft that the servers' states break: seen from inside only. */
    LAW,
    /** In a server that ended itself. */
    STOPPED,
    /** In clients that got no answer. */
    LIVENESS;

    /** Whether somebody outside of the servers could have seen it. */
    public boolean outside() {
      return this != LAW;
    }
  }
}
