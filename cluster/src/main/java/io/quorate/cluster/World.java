package io.quorate.cluster;

import java.util.List;
import java.util.Optional;

/** The hosts of a run and the links between them: what a plan names after {@code --on}. */
public interface World extends AutoCloseable {
  /** The world's name: {@code local}, or the file its hosts stand in. */
  String name();

  /** The nodes, in the order of their names. */
  List<Site> sites();

  /**
   * Returns what {@code from} must dial to reach {@code node}: its peer port if {@code from} is a
   * node, its client port if {@code from} is a group of clients.
   *
   * @throws IllegalArgumentException if either is not a place of this world
   */
  Address dial(String from, String node);

  /** What it cannot do, found out before anything was started. */
  Capabilities capabilities();

  /** Power over the links; absent where they cannot be cut. */
  Optional<LinkControl> links();

  /**
   * Returns the node of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  default Site site(String node) {
    return sites().stream()
        .filter(site -> site.node().equals(node))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name() + " has no node " + node));
  }

  /** Closes links and connections, in order and to the end; what runs must be stopped before. */
  @Override
  void close();
}
