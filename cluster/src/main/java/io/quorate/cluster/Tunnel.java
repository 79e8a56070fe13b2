package io.quorate.cluster;

import java.net.InetSocketAddress;

/**
 * A way through a {@link Remote} to one TCP port of its host.
 *
 * <p>Where the port refuses, a connection here is accepted and then closed.
 */
public interface Tunnel extends AutoCloseable {
  /** Where to dial on the toolkit's own machine; any number of connections, one after another. */
  InetSocketAddress entrance();

  /** Closes the entrance. Idempotent. */
  @Override
  void close();
}
