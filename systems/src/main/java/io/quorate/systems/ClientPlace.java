package io.quorate.systems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a client session lives and whom it may ask.
 *
 * @param group the client group it belongs to, {@code c1}
 * @param home the node it lives beside, {@code n1}
 * @param nodes every node, in their order
 * @param pinnedTo the only node it may ask, or null when it follows the leader
 */
public record ClientPlace(
    String group, String home, List<String> nodes, @Nullable String pinnedTo) {
  /** Keeps its own copy, and refuses places that are not among the nodes. */
  public ClientPlace {
    nodes = List.copyOf(nodes);
    boolean pinnedElsewhere = pinnedTo != null && !nodes.contains(pinnedTo);
    if (!nodes.contains(home) || pinnedElsewhere) {
      throw new IllegalArgumentException(home + " or " + pinnedTo + " is none of " + nodes);
    }
  }

  /** Returns the node to begin with. */
  public String first() {
    return pinnedTo == null ? home : pinnedTo;
  }

  /** Returns the node after {@code node}, in their order and around. */
  public String after(String node) {
    return nodes.get((nodes.indexOf(node) + 1) % nodes.size());
  }
}
