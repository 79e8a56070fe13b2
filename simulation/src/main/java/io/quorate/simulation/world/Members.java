package io.quorate.simulation.world;

import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.raft.protocol.ClientRequest;
import io.quorate.simulation.Agenda;
import io.quorate.simulation.cluster.SimulatedCluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * An operator who keeps the cluster's voters as the faults in force want them: asks whoever leads,
 * again and again, until it is so.
 */
final class Members {
  private static final long ASK_EVERY_NANOS = 200_000_000;
  private static final long LOOK_EVERY_NANOS = 50_000_000;

  /** How long a change may take before a look at it tells that it is not there. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  /** Far from the numbers of the clients' connections, and no client waits there. */
  private static final long OPERATOR = Long.MAX_VALUE / 2;

  private final Agenda agenda;
  private final SimulatedCluster cluster;
  private final List<String> nodes;
  private final Map<String, List<String>> removed = new TreeMap<>();
  private long requests;

  /** How often what is wanted has changed; nobody asks for what was wanted before. */
  private long wishes;

  Members(Agenda agenda, SimulatedCluster cluster, List<String> nodes) {
    this.agenda = agenda;
    this.cluster = cluster;
    this.nodes = nodes;
  }

  /** From now on these are no voters, as far as one is left. */
  void without(String id, List<String> out) {
    removed.put(id, out);
    begin();
  }

  /** The fault is lifted: whom no other one removes is a voter again. */
  void again(String id) {
    removed.remove(id);
    begin();
  }

  /** What is wanted has changed: it is asked for at once, and until it is so. */
  private void begin() {
    ask(++wishes);
  }

  private void ask(long wish) {
    if (wish != wishes || reached(wanted())) {
      return;
    }
    cluster
        .leader()
        .ifPresent(leader -> {
          long id = ++requests;
          cluster.ask(
              leader.node(), OPERATOR + id, new ClientRequest.Reconfigure(id, wanted(), List.of()));
        });
    agenda.after(ASK_EVERY_NANOS, () -> ask(wish));
  }

  private List<String> wanted() {
    Set<String> out = new TreeSet<>();
    removed.values().forEach(out::addAll);
    List<String> wanted = new ArrayList<>(nodes);
    wanted.removeIf(out::contains);
    return wanted.isEmpty() ? nodes : wanted;
  }

  private boolean reached(List<String> wanted) {
    return cluster
        .leader()
        .map(leader -> leader.configuration().quorum())
        .filter(quorum -> !quorum.joint() && quorum.voters().equals(wanted))
        .isPresent();
  }

  /** Whether {@code node} has no part in the cluster any more, as far as whoever leads knows. */
  boolean left(String node) {
    return cluster
        .leader()
        .map(leader -> leader.configuration().quorum())
        .filter(quorum -> !quorum.joint() && !quorum.voters().contains(node))
        .isPresent();
  }

  /** Whether the voters are those that are wanted. */
  boolean asWanted() {
    return reached(wanted());
  }

  /** Whether whoever leads has at least entered the change; it may not be committed yet. */
  private boolean begun(List<String> wanted) {
    return cluster
        .leader()
        .filter(leader -> leader.configuration().quorum().voters().equals(wanted))
        .isPresent();
  }

  void look(List<String> out, Moment moment, Consumer<Evidence> then) {
    look(out, moment, agenda.now() + PATIENCE_NANOS, then);
  }

  /** To change the members is an act: it was begun or not, and nothing of it can lapse. */
  private void look(List<String> out, Moment moment, long deadline, Consumer<Evidence> then) {
    boolean proven =
        switch (moment) {
          case BEFORE_CUT, AFTER_HEAL -> reached(wanted());
          case AFTER_CUT -> begun(wanted());
          case HALF_WAY, BEFORE_HEAL -> true;
        };
    if (proven || agenda.now() >= deadline) {
      String words =
          cluster
              .leader()
              .map(leader -> leader.node() + " leads " + leader.configuration())
              .orElse("nobody is known to lead");
      String asked = String.join(" ", out) + (Looks.gone(moment) ? " in again: " : " out: ");
      then.accept(new Evidence(moment, proven, asked + words, List.of()));
    } else {
      agenda.after(LOOK_EVERY_NANOS, () -> look(out, moment, deadline, then));
    }
  }
}
