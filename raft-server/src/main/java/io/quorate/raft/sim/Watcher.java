package io.quorate.raft.sim;

import io.quorate.raft.port.Timer;
import io.quorate.raft.protocol.ClientResponse;

/** Is told what happens in a simulated cluster. */
public interface Watcher {
  /** A server sent a message; whether it gets lost is not its concern. */
  void sent(Envelope envelope);

  /** A server answered a client. */
  void answered(String node, long connection, ClientResponse response);

  /** A server asked its disk for a sync or a file; {@link SimDisk#complete} completes it. */
  void syncing(String node, long token);

  /** A server set a timer, or, with a negative delay, cancelled it. */
  void timer(String node, Timer.Name name, long delayNanos);

  /** A line of a server's trace. */
  void noted(String node, String kind, long term, long index, Object... fields);

  /** Nanoseconds on the server's monotonic clock. */
  default long now(String node) {
    return 0;
  }
}
