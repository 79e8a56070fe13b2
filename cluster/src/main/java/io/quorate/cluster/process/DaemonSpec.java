package io.quorate.cluster.process;

import io.quorate.cluster.Command;

/**
 * A long-running process as a system describes it.
 *
 * @param name for people: {@code raft}
 * @param command what runs; its timeout and standard input mean nothing here
 * @param logFile absolute path of the file that takes both outputs; starts append to it
 * @param pidFile absolute path of the file that holds the identity of the last start
 */
public record DaemonSpec(String name, Command command, String logFile, String pidFile) {
  /** Refuses paths that are not absolute. */
  public DaemonSpec {
    if (!logFile.startsWith("/") || !pidFile.startsWith("/")) {
      throw new IllegalArgumentException("a daemon's files have absolute paths: " + logFile);
    }
  }
}
