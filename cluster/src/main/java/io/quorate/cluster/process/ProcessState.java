package io.quorate.cluster.process;

/** What a host says of a process. */
public enum ProcessState {
  /** It is there and not stopped: running, sleeping or waiting. */
  ALIVE,
  /** It is there and stopped by a signal: state {@code T}. */
  STOPPED,
  /** It is not there; at most its exit code waits for its parent, or its pid is another's now. */
  GONE
}
