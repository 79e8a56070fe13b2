package io.quorate.runner.conduct;

import io.quorate.cluster.World;
import io.quorate.cluster.deploy.Deployment;
import io.quorate.cluster.fault.WorldFaults;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.process.Daemon;
import io.quorate.nemesis.FaultTarget;
import io.quorate.nemesis.NodeView;
import io.quorate.runner.live.Progress;
import io.quorate.runner.plan.Plan;
import io.quorate.systems.ControlPath;
import io.quorate.systems.SystemUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What a run stands on: hosts, links, processes, control path. Whatever was brought up is taken
 * down again in the opposite order, however the run ends.
 */
final class Stage implements AutoCloseable {
  private static final Duration ASK_EVERY = Duration.ofMillis(50);
  private static final int LOG_TAIL = 2_000;

  private final Plan plan;
  private final SystemUnderTest system;
  private final World world;
  private final Deployment deployment;
  private final ControlPath control;
  private final WorldFaults faults;
  private final Deque<Runnable> undo;

  private Stage(
      Plan plan,
      SystemUnderTest system,
      World world,
      Deployment deployment,
      ControlPath control,
      WorldFaults faults,
      Deque<Runnable> undo) {
    this.plan = plan;
    this.system = system;
    this.world = world;
    this.deployment = deployment;
    this.control = control;
    this.faults = faults;
    this.undo = undo;
  }

  /**
   * Brings hosts and links up and puts the system onto them; nothing is started yet.
   *
   * @param folder the run's own folder, where the ledger is kept
   */
  static Stage open(Plan plan, SystemUnderTest system, Worlds worlds, Path folder, Progress words) {
    Deque<Runnable> undo = new ArrayDeque<>();
    try {
      Ledger ledger = Ledger.open(folder.resolve("ledger.jsonl"));
      undo.push(ledger::close);
      words.step("bringing up " + plan.nodes() + " hosts on " + plan.on());
      World world = worlds.open(plan, folder, ledger);
      undo.push(world::close);
      Needs.require(plan.schedule(), world.capabilities());
      Deployment deployment = new Deployment(world, system, ledger);
      undo.push(deployment::close);
      words.step("installing " + system.name());
      deployment.install();
      ControlPath control = system.control(world);
      undo.push(control::close);
      WorldFaults faults =
          new WorldFaults(world.links(), control, deployment.daemons(), deployment::start, ledger);
      undo.push(faults::healAll);
      return new Stage(plan, system, world, deployment, control, faults, undo);
    } catch (RuntimeException e) {
      takeDown(undo, e);
      throw e;
    }
  }

  World world() {
    return world;
  }

  ControlPath control() {
    return control;
  }

  FaultTarget faults() {
    return faults;
  }

  /**
   * Starts every node and waits until one leads and all answer.
   *
   * @return what is missing when that takes too long, or empty when all is well
   */
  Optional<String> start(Progress words) {
    words.step("starting " + system.name() + " on " + plan.nodes() + " nodes");
    if (plan.sabotage() != Plan.Sabotage.NEVER_READY) {
      deployment.start();
    }
    words.step("waiting until it answers");
    long end = System.nanoTime() + plan.times().readyWithin().toNanos();
    List<NodeView> views = control.observe();
    while (!ready(views) && System.nanoTime() < end) {
      LockSupport.parkNanos(ASK_EVERY.toNanos());
      views = control.observe();
    }
    return ready(views) ? Optional.empty() : Optional.of(missing(views));
  }

  private static boolean ready(List<NodeView> views) {
    return views.stream().allMatch(NodeView::answered)
        && views.stream().anyMatch(view -> view.role() == NodeView.Role.LEADER);
  }

  private String missing(List<NodeView> views) {
    List<String> silent =
        views.stream().filter(view -> !view.answered()).map(NodeView::node).toList();
    String what = silent.isEmpty() ? Run.NO_LEADER : String.join(", ", silent) + " gave no answer";
    return system.name()
        + " was not ready within "
        + words(plan.times().readyWithin())
        + ": "
        + what;
  }

  /** Not rounded: 500 ms are not 0 s. */
  private static String words(Duration span) {
    long millis = span.toMillis();
    return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
  }

  /** Returns a sentence for each node whose process has ended by itself. */
  List<String> ended() {
    return deployment.daemons().values().stream()
        .filter(Daemon::endedItself)
        .map(daemon -> daemon.node() + " ended by itself; its log ends: " + lastLine(daemon))
        .toList();
  }

  private static String lastLine(Daemon daemon) {
    List<String> lines = daemon.logTail(LOG_TAIL).strip().lines().toList();
    return lines.isEmpty() ? "nothing" : lines.getLast();
  }

  /** Fetches what the nodes wrote; a host that fails keeps nobody else's from being fetched. */
  Optional<String> collect(Path folder, Progress words) {
    words.step("collecting logs and traces");
    try {
      deployment.collectLogs(folder.resolve("nodes"));
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of("logs were not all collected: " + e.getMessage());
    }
  }

  /** Takes everything down, to the end even where parts fail. Idempotent. */
  @Override
  public void close() {
    RuntimeException failed = new IllegalStateException("taking down failed");
    takeDown(undo, failed);
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }

  private static void takeDown(Deque<Runnable> undo, RuntimeException failures) {
    List<Runnable> steps = new ArrayList<>(undo);
    undo.clear();
    for (Runnable step : steps) {
      try {
        step.run();
      } catch (RuntimeException e) {
        failures.addSuppressed(e);
      }
    }
  }
}
