package io.quorate.raft.server;

/**
 * The server cannot go on: its disk failed, or its log is damaged. Nothing acknowledged is lost.
 */
public final class ServerStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which server, and why. */
  public ServerStopped(String node, String reason) {
    super("server " + node + " stops: " + reason);
  }
}
