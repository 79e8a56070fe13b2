package io.quorate.cluster.fault;

import io.quorate.cluster.LinkControl;
import io.quorate.cluster.ToTheEnd;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.process.Daemon;
import io.quorate.history.Evidence;
import io.quorate.nemesis.Fault;
import io.quorate.nemesis.FaultTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All faults that a world can bring into force: the cluster's side of the nemesis's port. */
public final class WorldFaults implements FaultTarget {
  private final Optional<LinkFaults> links;
  private final ProcessFaults processes;

  /**
   * Faults on a deployed system.
   *
   * @param links the world's links, absent where they cannot be cut
   * @param prober how cuts are proved
   * @param daemons the process of each node
   * @param restarter how a killed node is started again
   * @param ledger takes every fault before it is brought into force
   */
  public WorldFaults(
      Optional<LinkControl> links,
      Prober prober,
      Map<String, Daemon> daemons,
      Restarter restarter,
      Ledger ledger) {
    this.links = links.map(control -> new LinkFaults(control, prober, ledger));
    this.processes = new ProcessFaults(daemons, restarter);
  }

  @Override
  public void inject(String id, Fault fault) {
    switch (fault) {
      case Fault.Partition partition -> links().cut(id, partition);
      case Fault.Delay delay -> links().delay(id, delay);
      case Fault.Kill kill -> processes.kill(id, kill);
      case Fault.Pause pause -> processes.pause(id, pause);
      case Fault.Simulated other -> throw unable(other);
    }
  }

  @Override
  public void lift(String id, Fault fault) {
    switch (fault) {
      case Fault.Partition partition -> links().lift(id);
      case Fault.Delay delay -> links().lift(id);
      case Fault.Kill kill -> processes.lift(id, kill);
      case Fault.Pause pause -> processes.lift(id, pause);
      case Fault.Simulated other -> throw unable(other);
    }
  }

  @Override
  public Evidence look(String id, Fault fault, Evidence.Moment moment) {
    return switch (fault) {
      case Fault.Partition partition -> links().look(id, partition, moment);
      case Fault.Delay delay -> links().look(delay, moment);
      case Fault.Kill kill -> processes.lookAtKill(id, kill, moment);
      case Fault.Pause pause -> processes.lookAtPause(id, pause, moment);
      case Fault.Simulated other -> throw unable(other);
    };
  }

  @Override
  public void healAll() {
    ToTheEnd.run(List.of(() -> links.ifPresent(LinkFaults::liftAll), processes::liftAll));
  }

  private static IllegalArgumentException unable(Fault fault) {
    return new IllegalArgumentException(
        "this world cannot bring '"
            + fault.describe()
            + "' about; a plan that needs it is to be"
            + " refused");
  }

  private LinkFaults links() {
    return links.orElseThrow(() ->
        new IllegalArgumentException(
            "this world cannot cut or delay links; a plan that needs it is to be refused"));
  }
}
