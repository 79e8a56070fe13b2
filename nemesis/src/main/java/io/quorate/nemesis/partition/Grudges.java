package io.quorate.nemesis.partition;

import io.quorate.history.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Shapes of partitions as the directed links they cut (Jepsen calls such a set a grudge).
 *
 * <p>With clients, the clients beside a node stay on its side and cannot reach the other one.
 * Without, only the nodes are cut from one another, and every client still reaches every node.
 */
public final class Grudges {
  /** The largest cluster whose bipartitions are listed one by one: 63 of them. */
  public static final int MAX_ENUMERATED = 7;

  private Grudges() {}

  /** Returns the group of clients beside {@code node}: {@code c3} beside {@code n3}. */
  public static String clientsBeside(String node) {
    if (!node.startsWith("n")) {
      throw new IllegalArgumentException("a node is called n1, n2, ..., got " + node);
    }
    return "c" + node.substring(1);
  }

  /** Cuts {@code island} from all other nodes, both ways. */
  public static List<Link> island(
      List<String> nodes, Collection<String> island, boolean withClients) {
    List<String> inside = nodes.stream().filter(island::contains).toList();
    List<String> outside = nodes.stream().filter(n -> !island.contains(n)).toList();
    List<Link> cut = new ArrayList<>();
    between(inside, outside, cut);
    if (withClients) {
      between(clients(inside), outside, cut);
      between(clients(outside), inside, cut);
    }
    return cut;
  }

  /**
   * Every node sees a majority, and no two see the same one: with the nodes in a ring, each still
   * speaks with those at most {@code majority / 2} places away. Of three nodes these would be all,
   * so there the first and the last of {@code ring} do not speak with one another.
   */
  public static List<Link> majoritiesRing(List<String> ring) {
    int size = ring.size();
    if (size == 3) {
      return bridge(ring);
    }
    int reach = (size / 2 + 1) / 2;
    List<Link> cut = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        int apart = Math.min(j - i, size - (j - i));
        if (apart > reach) {
          both(ring.get(i), ring.get(j), cut);
        }
      }
    }
    return cut;
  }

  /** Two halves that see one another only through {@code order}'s middle node. */
  public static List<Link> bridge(List<String> order) {
    int middle = order.size() / 2;
    List<Link> cut = new ArrayList<>();
    between(order.subList(0, middle), order.subList(middle + 1, order.size()), cut);
    return cut;
  }

  /** Cuts what {@code targets} send to other nodes, or what other nodes send to them. */
  public static List<Link> oneWay(
      List<String> nodes, Collection<String> targets, boolean outbound) {
    List<Link> cut = new ArrayList<>();
    for (String target : nodes.stream().filter(targets::contains).toList()) {
      for (String other : nodes.stream().filter(n -> !targets.contains(n)).toList()) {
        cut.add(outbound ? new Link(target, other) : new Link(other, target));
      }
    }
    return cut;
  }

  /** Returns every link, both ways, that begins or ends at one of {@code targets}. */
  public static List<Link> touching(List<String> nodes, Collection<String> targets) {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = i + 1; j < nodes.size(); j++) {
        if (targets.contains(nodes.get(i)) || targets.contains(nodes.get(j))) {
          both(nodes.get(i), nodes.get(j), links);
        }
      }
    }
    return links;
  }

  /**
   * Returns every way to cut the cluster in two, each once: the side without the last node, to be
   * made an {@link #island}.
   */
  public static List<List<String>> bipartitions(List<String> nodes) {
    if (nodes.size() > MAX_ENUMERATED) {
      throw new IllegalArgumentException(
          "bipartitions are listed up to " + MAX_ENUMERATED + " nodes, got " + nodes.size());
    }
    List<List<String>> islands = new ArrayList<>();
    for (int members = 1; members < 1 << (nodes.size() - 1); members++) {
      List<String> island = new ArrayList<>();
      for (int node = 0; node < nodes.size(); node++) {
        if (((members >> node) & 1) == 1) {
          island.add(nodes.get(node));
        }
      }
      islands.add(List.copyOf(island));
    }
    return List.copyOf(islands);
  }

  private static List<String> clients(List<String> nodes) {
    return nodes.stream().map(Grudges::clientsBeside).toList();
  }

  private static void between(List<String> some, List<String> others, List<Link> cut) {
    some.forEach(a -> others.forEach(b -> both(a, b, cut)));
  }

  private static void both(String a, String b, List<Link> cut) {
    cut.add(new Link(a, b));
    cut.add(new Link(b, a));
  }
}
