package io.quorate.raft.port;

import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.PeerMessage;

/** Everything that can happen to a server. Handed to {@code Server.step} one by one. */
public sealed interface Event {
  /**
   * The process has started: recover from the disk, then serve.
   *
   * @param before whether it served before, as those who run it say; then the disk is not empty
   */
  record Started(boolean before) implements Event {}

  /** A message came from server {@code from}. */
  record FromPeer(String from, PeerMessage message) implements Event {}

  /** A request came over the client connection {@code connection}. */
  record FromClient(long connection, ClientRequest request) implements Event {}

  /** The client connection was closed; answers to it are dropped. */
  record ClientGone(long connection) implements Event {}

  /** The connection over which {@code peer} sends was closed; it may dial anew. */
  record PeerGone(String peer) implements Event {}

  /** Everything written before the sync with this token is durable. */
  record Synced(long token) implements Event {}

  /** The disk failed; the server must stop and say so. */
  record DiskFailed(String reason) implements Event {}

  /** The timer last set under this name fired. */
  record TimerFired(Timer.Name name) implements Event {}

  /** The process is to end: hand over leadership first, and take no more requests. */
  record Retire() implements Event {}

  /** All events that were waiting have been handed over: time to send what was gathered. */
  record Drained() implements Event {}
}
