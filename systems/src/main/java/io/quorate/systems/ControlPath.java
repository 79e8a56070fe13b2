package io.quorate.systems;

import io.quorate.cluster.fault.Prober;
import io.quorate.nemesis.Observer;

/**
 * Observes and probes one cluster over connections that no fault cuts. Reconnects by itself after a
 * node was killed and started again; every call takes a bounded time. Safe for several threads.
 */
public interface ControlPath extends Observer, Prober, AutoCloseable {
  /** Closes its connections. Idempotent. */
  @Override
  void close();
}
