package io.quorate.cluster;

import java.net.InetSocketAddress;

/**
 * A place to listen at or to dial, as text that means the same on every host of the world.
 *
 * @param host a name or an IP address, not resolved here
 * @param port a TCP port, 1 to 65535
 */
public record Address(String host, int port) {
  /** Refuses an empty host and a port out of range. */
  public Address {
    if (host.isBlank()) {
      throw new IllegalArgumentException("an address needs a host");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port lies in 1 to 65535, got " + port);
    }
  }

  /** Returns this address resolved on the toolkit's own machine. */
  public InetSocketAddress resolve() {
    return new InetSocketAddress(host, port);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
