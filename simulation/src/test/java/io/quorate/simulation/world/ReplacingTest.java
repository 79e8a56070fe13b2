package io.quorate.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.history.RandomStream;
import io.quorate.nemesis.Fault;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.server.Sight;
import io.quorate.simulation.Agenda;
import io.quorate.simulation.Conditions;
import io.quorate.simulation.Draws;
import io.quorate.simulation.cluster.ClientSide;
import io.quorate.simulation.cluster.SimulatedCluster;
import io.quorate.simulation.net.Wires;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplacingTest {
  private static final List<String> NODES = List.of("n1", "n2", "n3");
  private static final long SECOND = 1_000_000_000L;

  private final Agenda agenda = new Agenda();
  private final List<String> told = new ArrayList<>();

  @Test
  void aVoterThatLostItsDiskIsTakenOutAndInAgain() {
    SimulatedCluster cluster = cluster(List.of());
    SimulatedFaults faults = faults(cluster);
    String victim = follower(cluster);

    wiped(faults, victim);
    List<Evidence> seen = new ArrayList<>();
    faults.look("f1", new Fault.Wipe(List.of(victim)), Moment.AFTER_HEAL, seen::add);

    assertThat(told).containsExactly("begun " + victim);
    assertThat(cluster.up(victim)).isFalse();
    assertThat(seen).allMatch(Evidence::proven).hasSize(1);
    pass(5 * SECOND);
    assertThat(told).containsExactly("begun " + victim, "done " + victim);
    assertThat(cluster.up(victim)).isTrue();
    assertThat(cluster.leader().orElseThrow().configuration().quorum().voters())
        .containsExactlyElementsOf(NODES);
    assertThat(cluster.findings()).isEmpty();
  }

  @Test
  void aBugMayTakeTheEmptyDiskForAnything() {
    SimulatedCluster cluster = cluster(List.of("B29"));
    String victim = follower(cluster);

    wiped(faults(cluster), victim);

    assertThat(told).isEmpty();
    assertThat(cluster.up(victim)).isTrue();
  }

  private static void wiped(SimulatedFaults faults, String victim) {
    Fault wipe = new Fault.Wipe(List.of(victim));
    faults.inject("f1", wipe);
    faults.lift("f1", wipe);
  }

  private SimulatedCluster cluster(List<String> bugs) {
    Conditions conditions = Conditions.usual();
    ClientSide nobody =
        new ClientSide() {
          @Override
          public void answered(long connection, ClientResponse response) {}

          @Override
          public void gone(String node) {}
        };
    SimulatedCluster cluster =
        new SimulatedCluster(
            NODES, bugs, agenda, wires(), conditions, RandomStream.of(1, "nodes"), nobody);
    NODES.forEach(cluster::start);
    pass(2 * SECOND);
    return cluster;
  }

  private Wires wires() {
    return new Wires(agenda, Conditions.usual(), new Draws(RandomStream.of(1, "wires")));
  }

  private SimulatedFaults faults(SimulatedCluster cluster) {
    Replacing.Watcher watcher =
        new Replacing.Watcher() {
          @Override
          public void begun(String node) {
            told.add("begun " + node);
          }

          @Override
          public void done(String node) {
            told.add("done " + node);
          }
        };
    return new SimulatedFaults(agenda, cluster, wires(), NODES, watcher);
  }

  private static String follower(SimulatedCluster cluster) {
    String leader = cluster.leader().map(Sight::node).orElseThrow();
    return NODES.stream().filter(node -> !node.equals(leader)).findFirst().orElseThrow();
  }

  private void pass(long nanos) {
    long until = agenda.now() + nanos;
    boolean more = true;
    while (more && agenda.now() < until) {
      more = agenda.next();
    }
  }
}
