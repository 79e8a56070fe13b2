package io.quorate.results.measures.meter;

import io.quorate.history.Link;
import io.quorate.results.measures.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The geometry of what links and nodes are left: which parts of the cluster still hear one another.
 *
 * <p>Two nodes are joined when neither direction between them is cut. Clients relay nothing, so
 * islands are made of nodes alone, and a client group belongs to an island when it reaches one of
 * its nodes in both directions: were groups counted as joints, a group that sees both halves of a
 * partition would mend it on paper.
 *
 * <p>An island can serve when one node of it sees a majority directly (Raft 5.3: a leader
 * replicates to each follower itself). That is less than an island of more than half: in a chain of
 * seven nodes nobody sees four.
 */
final class Sides {
  private final List<String> nodes;
  private final Set<Link> cut;
  private final Set<String> struck;

  /**
   * The geometry under these cuts.
   *
   * @param nodes all nodes in their order
   * @param cut the directed links that carry nothing
   * @param struck the nodes that are not running
   */
  Sides(List<String> nodes, Collection<Link> cut, Collection<String> struck) {
    this.nodes = nodes;
    this.cut = new HashSet<>(cut);
    this.struck = new HashSet<>(struck);
  }

  /** Returns the sides, those with a majority first, then in the order of their first node. */
  List<Side> of(List<String> groups) {
    List<List<String>> islands = islands();
    islands.sort((a, b) -> Boolean.compare(canServe(b), canServe(a)));
    List<Side> sides = new ArrayList<>();
    List<String> homeless = new ArrayList<>(groups);
    for (List<String> island : islands) {
      List<String> clients = homeless.stream().filter(g -> reaches(g, island)).toList();
      homeless.removeAll(clients);
      sides.add(Side.named(island, clients, canServe(island)));
    }
    if (!homeless.isEmpty()) {
      sides.add(Side.named(List.of(), homeless, false));
    }
    return List.copyOf(sides);
  }

  /** Whether any island can still elect and commit. */
  boolean leaveMajority() {
    return islands().stream().anyMatch(this::canServe);
  }

  private List<List<String>> islands() {
    List<String> left = new ArrayList<>(nodes);
    left.removeAll(struck);
    List<List<String>> islands = new ArrayList<>();
    while (!left.isEmpty()) {
      List<String> island = new ArrayList<>(List.of(left.removeFirst()));
      for (int i = 0; i < island.size(); i++) {
        String node = island.get(i);
        List<String> near = left.stream().filter(other -> joined(node, other)).toList();
        island.addAll(near);
        left.removeAll(near);
      }
      island.sort((a, b) -> Integer.compare(nodes.indexOf(a), nodes.indexOf(b)));
      islands.add(island);
    }
    return islands;
  }

  private boolean canServe(List<String> island) {
    return island.stream()
        .anyMatch(node -> {
          long seen = island.stream().filter(other -> joined(node, other)).count();
          return seen * 2 > nodes.size();
        });
  }

  private boolean reaches(String group, List<String> island) {
    return island.stream().anyMatch(node -> joined(group, node));
  }

  private boolean joined(String a, String b) {
    return a.equals(b) || (!cut.contains(new Link(a, b)) && !cut.contains(new Link(b, a)));
  }
}
