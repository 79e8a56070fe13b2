package io.quorate.raft;

/**
 * One entry of the replicated log (Raft 5.3).
 *
 * @param term the term of the leader that created it, from 1
 * @param index its place in the log, from 1
 * @param command what the state machine is to do once it is committed
 */
public record LogEntry(long term, long index, Command command) {
  /** Refuses places that no entry can have. */
  public LogEntry {
    if (term < 1 || index < 1) {
      throw new IllegalArgumentException("no entry has term " + term + " and index " + index);
    }
  }
}
