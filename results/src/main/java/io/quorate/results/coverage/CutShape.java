package io.quorate.results.coverage;

import io.quorate.history.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A cut that parts the cluster in two, up to the names of followers: they are alike until something
 * happens to them, so that the leader's side tells it.
 *
 * @param kind in which direction nothing arrives, and whether clients are parted, too
 * @param leaderSide how many nodes are on the leader's side, itself among them
 */
public record CutShape(Kind kind, int leaderSide) implements Comparable<CutShape> {
  /** What a cut takes away between the two sides. */
  public enum Kind {
    /** Nothing arrives in either direction, nor from clients beside the nodes of the other side. */
    BOTH_WAYS_WITH_CLIENTS("both ways, with clients"),
    /** Nothing arrives in either direction, and every client reaches every node. */
    BOTH_WAYS("both ways"),
    /** What the leader's side sends does not arrive. */
    NOT_HEARD("the leader's side is not heard"),
    /** Nothing arrives at the leader's side. */
    DEAF("the leader's side does not hear");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Returns it for people. */
    public String words() {
      return words;
    }

    /** Returns it for machines. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Returns how many shapes there are for so many nodes. */
  public static int all(int nodes) {
    return Kind.values().length * Math.max(0, nodes - 1);
  }

  /**
   * Returns the shape of a cut; empty where it does not part the nodes in two: a ring, a bridge, a
   * single link.
   *
   * @param nodes all nodes
   * @param cut the directed links that carry nothing
   * @param leader who led when it was cut
   */
  public static Optional<CutShape> of(List<String> nodes, Collection<Link> cut, String leader) {
    Set<Link> among = new HashSet<>();
    cut.stream()
        .filter(l -> nodes.contains(l.from()) && nodes.contains(l.to()))
        .forEach(among::add);
    List<String> side = sideOf(leader, nodes, among);
    List<String> others = new ArrayList<>(nodes);
    others.removeAll(side);
    boolean clients = among.size() < new HashSet<>(cut).size();
    Set<Link> out = between(side, others);
    Set<Link> in = between(others, side);
    Set<Link> both = new HashSet<>(out);
    both.addAll(in);
    return kindOf(among, both, out, in, clients).map(kind -> new CutShape(kind, side.size()));
  }

  private static Optional<Kind> kindOf(
      Set<Link> cut, Set<Link> both, Set<Link> out, Set<Link> in, boolean clients) {
    if (cut.isEmpty()) {
      return Optional.empty();
    }
    if (cut.equals(both)) {
      return Optional.of(clients ? Kind.BOTH_WAYS_WITH_CLIENTS : Kind.BOTH_WAYS);
    }
    if (clients) {
      return Optional.empty();
    }
    return cut.equals(out)
        ? Optional.of(Kind.NOT_HEARD)
        : cut.equals(in) ? Optional.of(Kind.DEAF) : Optional.empty();
  }

  /** Returns it for machines: {@code deaf:2}. */
  String word() {
    return kind.word() + ":" + leaderSide;
  }

  /** The nodes joined with the leader, directly or through others, by links uncut both ways. */
  private static List<String> sideOf(String leader, List<String> nodes, Set<Link> cut) {
    List<String> side = new ArrayList<>(List.of(leader));
    for (int reached = 0; reached < side.size(); reached++) {
      String from = side.get(reached);
      nodes.stream()
          .filter(to -> !side.contains(to))
          .filter(to -> !cut.contains(new Link(from, to)) && !cut.contains(new Link(to, from)))
          .toList()
          .forEach(side::add);
    }
    return side;
  }

  private static Set<Link> between(List<String> from, List<String> to) {
    Set<Link> links = new HashSet<>();
    from.forEach(a -> to.forEach(b -> links.add(new Link(a, b))));
    return links;
  }

  @Override
  public int compareTo(CutShape other) {
    return Comparator.comparing(CutShape::kind)
        .thenComparingInt(CutShape::leaderSide)
        .compare(this, other);
  }
}
