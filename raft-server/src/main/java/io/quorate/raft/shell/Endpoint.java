package io.quorate.raft.shell;

import java.net.InetSocketAddress;

/**
 * A TCP address as people write it: {@code 127.0.0.1:4001}.
 *
 * @param host name or address, resolved anew at each use
 * @param port 0 to 65535; 0 lets the system choose, where it is listened at
 */
public record Endpoint(String host, int port) {
  /** Refuses an empty host and a port out of range. */
  public Endpoint {
    if (host.isEmpty() || port < 0 || port > 65_535) {
      throw new IllegalArgumentException("no address: '" + host + ":" + port + "'");
    }
  }

  /** Reads {@code host:port}; IllegalArgumentException with a sentence for anything else. */
  public static Endpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 0 || !text.substring(colon + 1).matches("\\d{1,5}")) {
      throw new IllegalArgumentException("'" + text + "' is no address of the form host:port");
    }
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return new Endpoint(
        bracketed ? host.substring(1, host.length() - 1) : host,
        Integer.parseInt(text.substring(colon + 1)));
  }

  /** Returns the socket address, looking the name up. */
  public InetSocketAddress resolve() {
    return new InetSocketAddress(host, port);
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
