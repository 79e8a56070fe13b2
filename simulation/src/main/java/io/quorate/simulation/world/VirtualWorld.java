package io.quorate.simulation.world;

import io.quorate.history.Entry;
import io.quorate.history.Evidence;
import io.quorate.history.Evidence.Moment;
import io.quorate.history.RandomStream;
import io.quorate.nemesis.Fault;
import io.quorate.nemesis.NodeView;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.simulation.Agenda;
import io.quorate.simulation.Draws;
import io.quorate.simulation.Finding;
import io.quorate.simulation.Played;
import io.quorate.simulation.SimulatedPlan;
import io.quorate.simulation.TraceSink;
import io.quorate.simulation.client.SimulatedClients;
import io.quorate.simulation.cluster.Led;
import io.quorate.simulation.cluster.SimulatedCluster;
import io.quorate.simulation.net.Wires;
import io.quorate.trial.Command;
import io.quorate.trial.Event;
import io.quorate.trial.Trial;
import io.quorate.trial.Watch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cluster, its clients and its nemesis in one thread of virtual time. The same plan gives the
 * same run, event by event, on every machine.
 */
public final class VirtualWorld {
  /** Most events of a run: one that has more does not end. */
  static final long EVENTS_LIMIT = 50_000_000;

  /** How long a cluster may take to have its first leader. */
  static final long READY_NANOS = 10_000_000_000L;

  private static final long NEVER = Long.MAX_VALUE;

  private final SimulatedPlan plan;
  private final Watch reader;
  private final Agenda agenda = new Agenda();
  private final Trial trial;
  private final SimulatedClients clients;
  private final SimulatedCluster cluster;
  private final SimulatedFaults faults;
  private final FaultLog faultLog;
  private final List<Entry> entries = new ArrayList<>();
  private long origin;
  private long events;
  private long wakeNanos = NEVER;

  /** Leaders count by their clocks who answers: with a wrong one they may lead on for long. */
  private boolean clocksRight = true;

  private @Nullable String stopped;

  private VirtualWorld(SimulatedPlan plan, Watch reader) {
    this.plan = plan;
    this.reader = reader;
    trial = new Trial(plan.trial());
    RandomStream random = RandomStream.of(plan.trial().seed(), "simulation");
    List<String> nodes = plan.trial().nodes();
    Wires wires = new Wires(agenda, plan.conditions(), new Draws(random.split("wires")));
    clients = new SimulatedClients(plan, agenda, wires, this::report);
    cluster =
        new SimulatedCluster(
            nodes, plan.bugs(), agenda, wires, plan.conditions(), random.split("nodes"), clients);
    clients.reach(cluster);
    faultLog = new FaultLog(nodes);
    faults = new SimulatedFaults(agenda, cluster, wires, nodes, replaced());
  }

  /**
   * Runs a trial to its end.
   *
   * @param reader reads the history along, and may stop it
   * @throws IllegalStateException if it has no end within {@link #EVENTS_LIMIT} events
   */
  public static Played play(SimulatedPlan plan, Watch reader) {
    return new VirtualWorld(plan, reader).play();
  }

  /**
   * Runs a trial to its end.
   *
   * @param reader reads the history along, and may stop it
   * @param traces takes what the servers write of themselves; changes nothing in the run
   * @throws IllegalStateException if it has no end within {@link #EVENTS_LIMIT} events
   */
  public static Played play(SimulatedPlan plan, Watch reader, TraceSink traces) {
    VirtualWorld world = new VirtualWorld(plan, reader);
    world.cluster.trace(traces);
    return world.play();
  }

  /** While a server is being replaced the cluster is being changed, as by a fault that does so. */
  private Replacing.Watcher replaced() {
    return new Replacing.Watcher() {
      @Override
      public void begun(String node) {
        faultLog.injected(now(), "replacing " + node, new Fault.Remove(List.of(node)));
      }

      @Override
      public void done(String node) {
        faultLog.lifted(now(), "replacing " + node);
      }
    };
  }

  private Played play() {
    plan.trial().nodes().forEach(cluster::start);
    boolean ready = awaitLeader();
    origin = agenda.now();
    if (ready) {
      report(new Event.Tick());
      while (stopped == null) {
        advance();
      }
    }
    String why = stopped == null ? "no node became leader" : stopped;
    return new Played(
        entries,
        trial.executed(),
        findings(ready),
        why,
        events,
        agenda.now() - origin,
        cluster.digest());
  }

  private List<Finding> findings(boolean ready) {
    List<Finding> findings = new ArrayList<>();
    for (Finding found : cluster.findings()) {
      findings.add(new Finding(found.kind(), found.words(), sinceOrigin(found.atNanos())));
    }
    if (ready) {
      List<Stretch> stretches = faultLog.until(now());
      long patience = Math.max(Serving.BOUND_NANOS, plan.conditions().electionPatienceNanos());
      findings.addAll(Serving.findings(entries, stretches, patience));
      if (clocksRight) {
        boolean steady = plan.conditions().preVote();
        findings.addAll(Reigning.findings(reigns(), steady ? stretches : List.of(), now()));
      }
    } else {
      String words = "no node became leader within " + READY_NANOS / 1_000_000_000 + " s";
      findings.add(new Finding(Finding.Kind.LIVENESS, words, 0));
    }
    return findings;
  }

  private List<Led> reigns() {
    return cluster.reigns().stream()
        .map(led ->
            new Led(
                led.node(),
                led.term(),
                sinceOrigin(led.fromNanos()),
                led.toNanos() == Led.STILL ? Led.STILL : sinceOrigin(led.toNanos())))
        .toList();
  }

  private long sinceOrigin(long nanos) {
    return Math.max(0, nanos - origin);
  }

  private boolean awaitLeader() {
    while (agenda.now() < READY_NANOS) {
      if (views().stream().anyMatch(view -> view.role() == NodeView.Role.LEADER)) {
        return true;
      }
      advance();
    }
    return false;
  }

  private void advance() {
    if (++events > EVENTS_LIMIT || !agenda.next()) {
      throw new IllegalStateException(
          "the simulated trial did not end within " + events + " events, phase " + trial.phase());
    }
  }

  private long now() {
    return agenda.now() - origin;
  }

  /** Hands an event to the trial, after whatever happens at this moment. */
  private void report(Event event) {
    agenda.after(0, () -> step(event));
  }

  private void step(Event event) {
    if (stopped == null) {
      trial.step(now(), event).forEach(this::execute);
    }
  }

  private void execute(Command command) {
    switch (command) {
      case Command.Record r -> {
        entries.add(r.entry());
        reader.take(r.entry()).ifPresent(words -> report(new Event.Alarm(words)));
      }
      case Command.Invoke i -> clients.invoke(i.worker(), i.process(), i.invocation());
      case Command.Abandon a -> clients.abandon(a.worker(), a.process());
      case Command.Inject i -> {
        clocksRight &= !(i.fault() instanceof Fault.ClockRate);
        faultLog.injected(now(), i.id(), i.fault());
        faults.inject(i.id(), i.fault());
        faults.look(
            i.id(), i.fault(), Moment.AFTER_CUT, seen -> report(new Event.Landed(i.id(), seen)));
      }
      case Command.Look l ->
          faults.look(
              l.id(), l.fault(), l.moment(), seen -> report(new Event.Looked(l.id(), seen)));
      case Command.Heal h -> {
        faults.lift(h.id(), h.fault());
        faults.look(h.id(), h.fault(), Moment.AFTER_HEAL, seen -> healed(h.id(), seen));
      }
      case Command.Observe o -> report(new Event.Observed(views()));
      case Command.WakeAt w -> wakeAt(w.nanos());
      case Command.Stop s -> stopped = s.reason();
    }
  }

  private void healed(String id, Evidence seen) {
    if (seen.proven()) {
      faultLog.lifted(now(), id);
    }
    report(new Event.Healed(id, seen));
  }

  private void wakeAt(long nanos) {
    if (nanos != wakeNanos) {
      wakeNanos = nanos;
      if (nanos != NEVER) {
        agenda.after(Math.max(0, nanos - now()), () -> wake(nanos));
      }
    }
  }

  private void wake(long nanos) {
    if (wakeNanos == nanos) {
      wakeNanos = NEVER;
      step(new Event.Tick());
    }
  }

  private List<NodeView> views() {
    List<NodeView> views = new ArrayList<>();
    for (String node : plan.trial().nodes()) {
      ClientResponse.Status said = cluster.status(node);
      views.add(said == null ? NodeView.silent(node, now()) : view(said));
    }
    return views;
  }

  private NodeView view(ClientResponse.Status said) {
    NodeView.Role role =
        switch (said.role()) {
          case LEADER -> NodeView.Role.LEADER;
          case PRE_CANDIDATE, CANDIDATE -> NodeView.Role.CANDIDATE;
          case FOLLOWER -> NodeView.Role.FOLLOWER;
        };
    return new NodeView(said.node(), true, role, said.term(), said.commit(), said.applied(), now());
  }
}
