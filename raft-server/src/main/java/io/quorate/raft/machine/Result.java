package io.quorate.raft.machine;

/** What executing a command came to. */
public enum Result {
  /** It took effect. */
  DONE,
  /** A compare-and-set found something else than it expected, and changed nothing. */
  MISMATCH
}
