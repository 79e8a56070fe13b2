package io.quorate.nemesis.partition;

import io.quorate.history.Link;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The sides a cut leaves: which nodes still speak with one another, and who has the majority. */
public final class Sides {
  private Sides() {}

  /**
   * Returns the groups of nodes joined, directly or through others, by links uncut both ways; in
   * the order of their first node.
   */
  public static List<List<String>> of(List<String> nodes, Collection<Link> cut) {
    Set<Link> severed = new HashSet<>(cut);
    List<List<String>> sides = new ArrayList<>();
    List<String> left = new ArrayList<>(nodes);
    while (!left.isEmpty()) {
      List<String> side = new ArrayList<>(List.of(left.removeFirst()));
      for (int reached = 0; reached < side.size(); reached++) {
        String from = side.get(reached);
        List<String> joined = left.stream().filter(to -> speaks(from, to, severed)).toList();
        side.addAll(joined);
        left.removeAll(joined);
      }
      sides.add(nodes.stream().filter(side::contains).toList());
    }
    return sides;
  }

  /** Returns the nodes on no side that holds a majority of {@code nodes}. */
  public static List<String> minority(List<String> nodes, Collection<Link> cut) {
    return of(nodes, cut).stream()
        .filter(side -> side.size() <= nodes.size() / 2)
        .flatMap(List::stream)
        .toList();
  }

  private static boolean speaks(String a, String b, Set<Link> severed) {
    return !severed.contains(new Link(a, b)) && !severed.contains(new Link(b, a));
  }
}
