package io.quorate.simulation.cluster;

import io.quorate.raft.protocol.ClientResponse;

/** Is told what reaches the clients' side of a cluster. */
public interface ClientSide {
  /** A server answered on this connection. */
  void answered(long connection, ClientResponse response);

  /** The process of {@code node} is gone, and its connections with it. */
  void gone(String node);
}
