package io.quorate.simulation.world;

import io.quorate.simulation.Agenda;
import io.quorate.simulation.cluster.SimulatedCluster;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * An operator who starts servers whose disks were emptied. One that refuses to go on, as what it
 * promised is forgotten, is taken out of the cluster, started as a new server, and taken in again.
 */
final class Replacing {
  /** Is told of servers that are being replaced. */
  interface Watcher {
    /** The cluster is changed until {@link #done}. */
    void begun(String node);

    /** The server takes part again. */
    void done(String node);
  }

  private static final long LOOK_EVERY_NANOS = 50_000_000;

  private final Agenda agenda;
  private final SimulatedCluster cluster;
  private final Members members;
  private final Predicate<String> held;
  private final Watcher watcher;
  private final Set<String> underWay = new TreeSet<>();

  /**
   * Replaces nobody yet.
   *
   * @param held whether a fault keeps a server from running
   */
  Replacing(
      Agenda agenda,
      SimulatedCluster cluster,
      Members members,
      Predicate<String> held,
      Watcher watcher) {
    this.agenda = agenda;
    this.cluster = cluster;
    this.members = members;
    this.held = held;
    this.watcher = watcher;
  }

  /** Starts a server, on whatever its disk holds. */
  void start(String node) {
    if (!cluster.emptied(node)) {
      cluster.start(node);
    } else if (members.left(node)) {
      cluster.renew(node);
      cluster.start(node);
    } else if (!cluster.startEmptied(node) && underWay.add(node)) {
      watcher.begun(node);
      members.without(wish(node), List.of(node));
      awaitLeft(node);
    }
  }

  /** Whether {@code node} refused to go on, and has no part in the cluster yet. */
  boolean underWay(String node) {
    return underWay.contains(node);
  }

  private void awaitLeft(String node) {
    if (members.left(node)) {
      cluster.renew(node);
      if (!held.test(node)) {
        cluster.start(node);
      }
      members.again(wish(node));
      awaitBack(node);
    } else {
      agenda.after(LOOK_EVERY_NANOS, () -> awaitLeft(node));
    }
  }

  private void awaitBack(String node) {
    if (members.asWanted()) {
      underWay.remove(node);
      watcher.done(node);
    } else {
      agenda.after(LOOK_EVERY_NANOS, () -> awaitBack(node));
    }
  }

  private static String wish(String node) {
    return "replacing " + node;
  }
}
