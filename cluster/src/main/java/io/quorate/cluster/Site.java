package io.quorate.cluster;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One node as a system under test finds it: where it lives, listens, and reaches the others.
 *
 * @param node its name, {@code n1}
 * @param clients the name of the group of clients beside it, {@code c1}
 * @param remote the way to its host
 * @param directory an absolute directory on the host that is the node's alone
 * @param javaHome where the host's Java lies, from 21 on; {@code java} is {@code bin/java} in it
 * @param listens where it must listen, by what for
 * @param peers what this node must dial to reach the peer port of each other node; in a world with
 *     proxies these are different for every node
 */
public record Site(
    String node,
    String clients,
    Remote remote,
    String directory,
    String javaHome,
    SortedMap<Port, Address> listens,
    SortedMap<String, Address> peers) {
  /** Keeps its own copies. */
  public Site {
    listens = new TreeMap<>(listens);
    peers = new TreeMap<>(peers);
  }

  /**
   * Returns where it must listen.
   *
   * @throws IllegalArgumentException if this world has no such port
   */
  public Address listen(Port port) {
    return required(listens, port);
  }

  /**
   * Returns what this node must dial to reach the peer port of {@code other}.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  public Address peer(String other) {
    return required(peers, other);
  }

  /** Returns the program that runs Java on the host. */
  public String java() {
    return javaHome + "/bin/java";
  }

  private <K> Address required(Map<K, Address> addresses, K key) {
    Address address = addresses.get(key);
    if (address == null) {
      throw new IllegalArgumentException(node + " has no address for " + key);
    }
    return address;
  }

  @Override
  public SortedMap<Port, Address> listens() {
    return new TreeMap<>(listens);
  }

  @Override
  public SortedMap<String, Address> peers() {
    return new TreeMap<>(peers);
  }
}
