package io.quorate.raft.rules;

/** What a failed write or sync means: afterwards nobody knows what the disk holds. */
public interface DiskFailure {
  /** Whether the server stops. A later sync that succeeds says nothing about the lost one. */
  default boolean stops() {
    return true;
  }
}
