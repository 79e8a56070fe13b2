package io.quorate.raft.port;

import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.PeerMessage;

/** Sends, and forgets: a message may be lost, late, doubled or overtaken. */
public interface Network {
  /** Sends to a peer. */
  void send(String to, PeerMessage message);

  /** Answers on a client's connection; dropped when it is gone. */
  void answer(long connection, ClientResponse response);
}
