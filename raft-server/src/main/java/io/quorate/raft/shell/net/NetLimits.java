package io.quorate.raft.shell.net;

/** How much, how many and how long, with the reasons. */
final class NetLimits {
  /** Messages that wait for one peer. Beyond it the oldest is dropped: Raft says it anew. */
  static final int PEER_QUEUE_MESSAGES = 128;

  /** Bytes that wait for one peer: a few of the largest frames. */
  static final long PEER_QUEUE_BYTES = 16L << 20;

  /** What the system holds of a stalled peer connection, so that little is stale at the heal. */
  static final int PEER_SEND_BUFFER = 256 << 10;

  /** Time to establish a connection to a peer before another attempt. */
  static final long CONNECT_NANOS = 500_000_000L;

  /** First wait before dialling a peer again; doubled each time. */
  static final long FIRST_BACK_OFF_NANOS = 20_000_000L;

  /** Longest wait before dialling a peer again: bounds the recovery after a heal. */
  static final long LAST_BACK_OFF_NANOS = 500_000_000L;

  /**
   * A peer asked this long without a word from it is dialled anew: where packets are dropped, TCP
   * itself would wait ever longer between two tries. Doubled each time until it is heard.
   */
  static final long FIRST_SILENCE_NANOS = 1_000_000_000L;

  /** The longest such silence. */
  static final long LAST_SILENCE_NANOS = 8_000_000_000L;

  /** Connections that others dialled to us, peers and clients together. */
  static final int INBOUND_CONNECTIONS = 2048;

  /** Time for a dialled connection to say hello. */
  static final long HELLO_NANOS = 10_000_000_000L;

  /** Time for a dialled peer to shake hands: more round trips, and both sides compute. */
  static final long HANDSHAKE_NANOS = 2_000_000_000L;

  /** Bytes of a TLS handshake from the other side: a few chains of certificates. */
  static final int HANDSHAKE_BYTES = 64 << 10;

  /** Requests of one client connection not yet answered. */
  static final int OPEN_REQUESTS_PER_CONNECTION = 1024;

  /** Requests of all clients not yet answered. */
  static final int OPEN_REQUESTS = 16_384;

  /** Answers that wait for a client that does not read; beyond it its connection is closed. */
  static final long CLIENT_QUEUE_BYTES = 4L << 20;

  /** Bytes read from one connection before the others have their turn. */
  static final int SCRATCH_BYTES = 256 << 10;

  private NetLimits() {}
}
