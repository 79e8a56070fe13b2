package io.quorate.simulation.client;

import io.quorate.history.Invocation;
import io.quorate.history.Link;
import io.quorate.nemesis.partition.Grudges;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.simulation.Agenda;
import io.quorate.simulation.SimulatedPlan;
import io.quorate.simulation.cluster.ClientSide;
import io.quorate.simulation.cluster.SimulatedCluster;
import io.quorate.simulation.net.Wires;
import io.quorate.trial.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All client workers of a run: those of the workload, and one reader beside each node. */
public final class SimulatedClients implements ClientSide {
  private final Agenda agenda;
  private final Wires wires;
  private final List<SimulatedWorker> workers = new ArrayList<>();
  private final Map<Long, SimulatedLine> lines = new TreeMap<>();
  private @Nullable SimulatedCluster cluster;
  private long lastLine;

  /**
   * The clients of {@code plan}, idle.
   *
   * @param events takes completions
   */
  public SimulatedClients(SimulatedPlan plan, Agenda agenda, Wires wires, Consumer<Event> events) {
    this.agenda = agenda;
    this.wires = wires;
    List<String> nodes = plan.trial().nodes();
    int employed = plan.trial().workers();
    for (int worker = 0; worker < employed + nodes.size(); worker++) {
      String home = nodes.get(worker % nodes.size());
      boolean reader = worker >= employed;
      boolean follows = !reader && plan.routing().followsLeader(worker, nodes.size());
      workers.add(worker(plan, worker, home, follows ? null : home, events));
    }
  }

  private SimulatedWorker worker(
      SimulatedPlan plan,
      int number,
      String home,
      @Nullable String pinnedTo,
      Consumer<Event> events) {
    String group = Grudges.clientsBeside(home);
    return new SimulatedWorker(
        number,
        agenda,
        () -> plan.sessions().at(group, home, pinnedTo),
        worker -> node -> open(new Link(group, node), worker),
        line -> lines.remove(line.id()),
        events);
  }

  /** Names whom they speak to. Before the first operation. */
  public void reach(SimulatedCluster servers) {
    cluster = servers;
  }

  /** Starts an operation in a worker's session. */
  public void invoke(int worker, long process, Invocation invocation) {
    workers.get(worker).invoke(process, invocation);
  }

  /** Gives an operation up: its session and connections are replaced. */
  public void abandon(int worker, long process) {
    workers.get(worker).abandon(process);
  }

  @Override
  public void answered(long connection, ClientResponse response) {
    SimulatedLine line = lines.get(connection);
    if (line != null) {
      line.answered(response);
    }
  }

  @Override
  public void gone(String node) {
    for (SimulatedLine line : lines.values()) {
      if (line.node().equals(node)) {
        line.gone();
      }
    }
  }

  private SimulatedLine open(Link to, SimulatedLine.Listener listener) {
    if (cluster == null) {
      throw new IllegalStateException("there is nobody to speak to yet");
    }
    SimulatedLine line = new SimulatedLine(++lastLine, to, cluster, wires, listener);
    lines.put(line.id(), line);
    line.connect(agenda);
    return line;
  }
}
