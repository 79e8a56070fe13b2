package io.quorate.cluster.local;

import io.quorate.cluster.Address;
import io.quorate.cluster.Port;
import io.quorate.history.Link;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Who is who in a local world: nodes {@code n1}, {@code n2}, ..., the clients {@code c1}, {@code
 * c2}, ... beside them, their directories and ports.
 */
final class Layout {
  /** More nodes than this are no cluster that one machine can carry. */
  static final int NODE_LIMIT = 25;

  private final SortedMap<String, Path> homes = new TreeMap<>();
  private final Map<String, Map<Port, Address>> listens = new TreeMap<>();

  Layout(Path directory, int nodes, RandomGenerator random) {
    if (nodes < 1 || nodes > NODE_LIMIT) {
      throw new IllegalArgumentException(
          "a local world has 1 to " + NODE_LIMIT + " nodes, got " + nodes);
    }
    Iterator<Integer> ports = FreePorts.pick(nodes * Port.values().length, random).iterator();
    for (int i = 1; i <= nodes; i++) {
      String node = "n" + i;
      homes.put(node, directory.toAbsolutePath().normalize().resolve(node));
      Map<Port, Address> own = new EnumMap<>(Port.class);
      for (Port port : Port.values()) {
        own.put(port, new Address("127.0.0.1", ports.next()));
      }
      listens.put(node, own);
    }
  }

  List<String> nodes() {
    return List.copyOf(homes.keySet());
  }

  SortedMap<String, Path> homes() {
    return homes;
  }

  SortedMap<Port, Address> listens(String node) {
    return new TreeMap<>(listens.getOrDefault(node, Map.of()));
  }

  static String clientsBeside(String node) {
    return "c" + node.substring(1);
  }

  /** Every pair of places of which the first dials the second, and where the second listens. */
  SortedMap<Link, Address> routes() {
    SortedMap<Link, Address> routes = new TreeMap<>();
    listens.forEach((node, ports) ->
        ports.forEach((port, address) -> routes.putAll(routesTo(node, port, address))));
    return routes;
  }

  private SortedMap<Link, Address> routesTo(String node, Port port, Address address) {
    SortedMap<Link, Address> routes = new TreeMap<>();
    for (String other : nodes()) {
      switch (port) {
        case PEER -> {
          if (!other.equals(node)) {
            routes.put(new Link(other, node), address);
          }
        }
        case CLIENT -> routes.put(new Link(clientsBeside(other), node), address);
        case CONTROL -> {}
      }
    }
    return routes;
  }
}
