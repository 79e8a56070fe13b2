package io.quorate.runner.simulated;

import io.quorate.history.file.HistoryWriter;
import io.quorate.results.RoleSample;
import io.quorate.results.store.RunFolder;
import io.quorate.runner.Ending;
import io.quorate.runner.Recording;
import io.quorate.runner.conduct.Traces;
import io.quorate.runner.conduct.TrialPlans;
import io.quorate.runner.conduct.Watches;
import io.quorate.runner.plan.Plan;
import io.quorate.simulation.Played;
import io.quorate.simulation.world.VirtualWorld;
import io.quorate.workload.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes the history of one plan in virtual time, in this thread. */
public final class SimulatedRun {
  private final Plan plan;
  private final Workload workload;
  private final Path folder;

  /**
   * Prepares a run.
   *
   * @param folder an empty folder of its own
   */
  public SimulatedRun(Plan plan, Workload workload, Path folder) {
    this.plan = plan;
    this.workload = workload;
    this.folder = folder;
  }

  /** Plays the trial to its end and writes its history, and the traces of its servers. */
  public Recording execute() {
    Played played = played();
    Path file = folder.resolve("history.jsonl");
    try (HistoryWriter history = HistoryWriter.create(file, TrialPlans.header(plan, workload))) {
      played.entries().forEach(history::append);
    }
    List<RoleSample> nobodyAsked = List.of();
    return new Recording(ending(played), played.executed(), nobodyAsked, doubts(played), List.of());
  }

  private Played played() {
    RunFolder run = new RunFolder(folder);
    Map<String, Path> places = new TreeMap<>();
    TrialPlans.nodes(plan).forEach(node -> places.put(node, Traces.file(run, node)));
    try (TraceFiles traces = new TraceFiles(places)) {
      return VirtualWorld.play(
          SimulatedPlans.of(plan, workload), Watches.of(plan, workload), traces);
    }
  }

  /** What was seen wrong from inside; the history alone may not show it. */
  private static List<String> doubts(Played played) {
    return played.findings().stream()
        .map(found ->
            String.format(
                Locale.ROOT,
                "seen from inside the servers at %.3f s: %s",
                found.atNanos() / 1e9,
                found.words()))
        .toList();
  }

  private static Ending ending(Played played) {
    if (played.stopped().equals("completed")) {
      return new Ending.Completed(List.of());
    }
    return played.entries().isEmpty()
        ? new Ending.NeverReady(played.stopped(), List.of())
        : new Ending.Stopped(played.stopped(), List.of());
  }
}
