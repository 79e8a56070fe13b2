package io.quorate.runner.conduct;

import io.quorate.cluster.RemoteException;
import io.quorate.cluster.Site;
import io.quorate.history.Link;
import io.quorate.history.file.HistoryWriter;
import io.quorate.results.RoleSample;
import io.quorate.runner.Ending;
import io.quorate.runner.PlanRefused;
import io.quorate.runner.Recording;
import io.quorate.runner.client.ClientPool;
import io.quorate.runner.live.LiveLoop;
import io.quorate.runner.live.Progress;
import io.quorate.runner.live.RoleWatch;
import io.quorate.runner.plan.Plan;
import io.quorate.systems.ClientPlace;
import io.quorate.systems.SystemUnderTest;
import io.quorate.trial.Event;
import io.quorate.trial.Trial;
import io.quorate.trial.Watch;
import io.quorate.workload.ClientSession;
import io.quorate.workload.Workload;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes the history of one plan, in real time: brings everything up, executes the trial, collects
 * what is left and takes everything down.
 */
public final class Run {
  /** How the reason ends where every node answers, and none leads in time. */
  public static final String NO_LEADER = "no node became leader";

  /** How much longer than its phases a trial may take before the world is taken for stuck. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Plan plan;
  private final SystemUnderTest system;
  private final Workload workload;
  private final Worlds worlds;
  private final Path folder;
  private final Progress progress;
  private final List<String> mishaps = new ArrayList<>();
  private List<RoleSample> roles = List.of();
  private List<String> ended = List.of();
  private final AtomicReference<@Nullable String> interruption = new AtomicReference<>();
  private final AtomicReference<@Nullable LiveLoop> loop = new AtomicReference<>();

  /**
   * Prepares a run.
   *
   * @param folder an empty folder of its own
   */
  public Run(
      Plan plan,
      SystemUnderTest system,
      Workload workload,
      Worlds worlds,
      Path folder,
      Progress progress) {
    this.plan = plan;
    this.system = system;
    this.workload = workload;
    this.worlds = worlds;
    this.folder = folder;
    this.progress = progress;
  }

  /** Asks the run to stop, heal and take everything down. From any thread, at any time. */
  public void interrupt(String reason) {
    interruption.compareAndSet(null, reason);
    LiveLoop running = loop.get();
    if (running != null) {
      running.report(new Event.Alarm(reason));
    }
  }

  /**
   * Runs to the end, whatever it is; never throws for what the world does.
   *
   * @throws PlanRefused if the world cannot do what the plan needs; nothing was started then
   */
  public Recording execute() throws InterruptedException {
    Trial trial = new Trial(TrialPlans.of(plan, workload));
    Ending ending;
    try {
      ending = onStage(trial);
    } catch (PlanRefused e) {
      throw e;
    } catch (RuntimeException e) {
      ending = new Ending.Broken(words(e), mishaps);
    }
    return new Recording(with(ending), trial.executed(), roles, List.of(), ended);
  }

  private static String words(RuntimeException e) {
    StringBuilder words = new StringBuilder(String.valueOf(e.getMessage()));
    for (Throwable also : e.getSuppressed()) {
      words.append("; ").append(also.getMessage());
    }
    return words.toString();
  }

  private Ending onStage(Trial trial) throws InterruptedException {
    Stage stage = Stage.open(plan, system, worlds, folder, progress);
    try {
      Optional<String> missing = stage.start(progress);
      Ending ending =
          missing.isPresent() ? new Ending.NeverReady(missing.get(), mishaps) : play(trial, stage);
      look(stage);
      stage.collect(folder, progress).ifPresent(mishaps::add);
      return ending;
    } finally {
      progress.step("taking everything down");
      takeDown(stage);
    }
  }

  /** A host that cannot be asked must not change what was found out. */
  private void look(Stage stage) {
    try {
      ended = stage.ended();
    } catch (RemoteException e) {
      mishaps.add("who had ended by itself was not found out: " + e.getMessage());
    }
  }

  /** A host that cannot be left cleanly must not change what was found out. */
  private void takeDown(Stage stage) {
    try {
      stage.close();
    } catch (RuntimeException e) {
      mishaps.add(words(e));
    }
  }

  private Ending with(Ending ending) {
    return switch (ending) {
      case Ending.Completed c -> new Ending.Completed(mishaps);
      case Ending.Stopped s -> new Ending.Stopped(s.reason(), mishaps);
      case Ending.NeverReady n -> new Ending.NeverReady(n.reason(), mishaps);
      case Ending.Broken b -> new Ending.Broken(b.reason(), mishaps);
    };
  }

  private Ending play(Trial trial, Stage stage) throws InterruptedException {
    try (HistoryWriter history =
        HistoryWriter.create(folder.resolve("history.jsonl"), TrialPlans.header(plan, workload))) {
      Watch reader = Watches.of(plan, workload);
      LiveLoop live =
          new LiveLoop(trial, history, stage.faults(), stage.control(), reader, progress);
      loop.set(live);
      String interrupted = interruption.get();
      if (interrupted != null) {
        live.report(new Event.Alarm(interrupted));
      }
      try (ClientPool clients =
              new ClientPool(
                  this::session, system.framing(), places(stage), addresses(stage), live::report);
          RoleWatch watch = new RoleWatch(stage.control(), live::now)) {
        watch.start();
        String reason = live.run(clients, limit());
        roles = watch.samples();
        return reason.equals("completed")
            ? new Ending.Completed(mishaps)
            : new Ending.Stopped(reason, mishaps);
      } catch (IllegalStateException e) {
        return new Ending.Broken(words(e), mishaps);
      }
    } finally {
      loop.set(null);
    }
  }

  private ClientSession session(ClientPlace place) {
    return plan.sabotage() == Plan.Sabotage.FAILING_CLIENTS
        ? new FailingSession(place.home())
        : system.session(place);
  }

  private Duration limit() {
    Plan.Times times = plan.times();
    return times.warmUp().plus(times.main()).plus(times.recovery()).plus(PATIENCE);
  }

  /** One place a worker, then one reader pinned to each node. */
  private List<ClientPlace> places(Stage stage) {
    List<ClientPlace> places = new ArrayList<>();
    for (int worker = 0; worker < plan.clients(); worker++) {
      places.add(place(stage, worker, null));
    }
    for (int node = 0; node < plan.nodes(); node++) {
      places.add(place(stage, plan.clients() + node, TrialPlans.nodes(plan).get(node)));
    }
    return places;
  }

  private ClientPlace place(Stage stage, int worker, @Nullable String pin) {
    Site home = stage.world().sites().get(worker % plan.nodes());
    boolean follows = plan.routing().followsLeader(worker, plan.nodes());
    String pinned = pin != null ? pin : follows ? null : home.node();
    return new ClientPlace(home.clients(), home.node(), TrialPlans.nodes(plan), pinned);
  }

  private Map<Link, InetSocketAddress> addresses(Stage stage) {
    Map<Link, InetSocketAddress> addresses = new TreeMap<>();
    for (Site site : stage.world().sites()) {
      for (String node : TrialPlans.nodes(plan)) {
        addresses.put(
            new Link(site.clients(), node), stage.world().dial(site.clients(), node).resolve());
      }
    }
    return addresses;
  }
}
