package io.quorate.raft.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The first frame on a connection, from the side that dialled it. A server answers only to refuse:
 * with {@link ClientResponse.Refused} under {@link Wire#CONNECTION_ID}, and closes.
 *
 * @param kind who dialled
 * @param cluster name of the cluster meant, so that strangers from another run are refused
 * @param from the dialling node's id, or the client's name
 * @param to the node meant; null when any will do, as for a client
 */
public record Hello(Kind kind, String cluster, String from, @Nullable String to) {
  /** Who dials. */
  public enum Kind {
    /** Sends {@link ClientRequest}s and takes {@link ClientResponse}s. */
    CLIENT,
    /** Sends {@link PeerMessage}s; what is sent to it travels on a connection of its own. */
    PEER
  }

  /** Returns the hello of a client called {@code name} to whatever node it reaches. */
  public static Hello client(String cluster, String name) {
    return new Hello(Kind.CLIENT, cluster, name, null);
  }

  /** Returns the hello of server {@code from} that means to reach server {@code to}. */
  public static Hello peer(String cluster, String from, String to) {
    return new Hello(Kind.PEER, cluster, from, to);
  }
}
