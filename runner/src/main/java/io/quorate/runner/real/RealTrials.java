package io.quorate.runner.real;

import io.quorate.results.campaign.LocalLog;
import io.quorate.results.campaign.LocalTry;
import io.quorate.results.campaign.LocalTry.Result;
import io.quorate.results.store.RunFolder;
import io.quorate.runner.Recording;
import io.quorate.runner.campaign.Sign;
import io.quorate.runner.conduct.PlanFiles;
import io.quorate.runner.conduct.PlanWorlds;
import io.quorate.runner.conduct.Run;
import io.quorate.runner.conduct.TrialPlans;
import io.quorate.runner.live.Progress;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import io.quorate.systems.SystemUnderTest;
import io.quorate.systems.catalogue.Systems;
import io.quorate.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tries on real processes, one after the other, since they would disturb one another. Each is kept
 * as a run of its own and has a line in the log as soon as it is over; what the log has is not
 * tried again.
 */
public final class RealTrials {
  private final Path root;
  private final Path log;
  private final Progress progress;
  private final Consumer<LocalTry> watcher;
  private final AtomicReference<@Nullable Run> going = new AtomicReference<>();
  private volatile boolean stopped;

  /**
   * Prepares a series.
   *
   * @param root where run folders are kept
   * @param log its {@code local.jsonl}
   * @param progress is told of each run
   * @param watcher is told of each try that is over
   */
  public RealTrials(Path root, Path log, Progress progress, Consumer<LocalTry> watcher) {
    this.root = root;
    this.log = log;
    this.progress = progress;
    this.watcher = watcher;
  }

  /** Ends the try under way, which is not counted, and begins no other. From any thread. */
  public void stop() {
    stopped = true;
    Run run = going.get();
    if (run != null) {
      run.interrupt("interrupted");
    }
  }

  /**
   * Tries {@code plan} so often, each time with another seed; one line says why where no world of
   * real processes can play it.
   *
   * @param plan on real processes, its system with one seeded bug
   * @return those tries, also the ones that the log had already
   */
  public List<LocalTry> play(String bug, Plan plan, int tries)
      throws IOException, InterruptedException {
    List<LocalTry> all = new ArrayList<>(known(bug, plan.schedule().name()));
    Optional<String> refusal = RealPlans.refusal(plan.schedule());
    if (refusal.isPresent()) {
      if (all.isEmpty()) {
        all.add(note(LocalTry.impossible(bug, plan.schedule().name(), refusal.get())));
      }
      return all;
    }
    for (int attempt = all.size() + 1; attempt <= tries && !stopped; attempt++) {
      LocalTry one =
          one(bug, attempt, PlanBuilder.of(plan).seed(plan.seed() + attempt - 1).build());
      if (!stopped) {
        all.add(note(one));
      }
    }
    return all;
  }

  /** Returns the tries that the log has of a bug and a schedule. */
  private List<LocalTry> known(String bug, String schedule) throws IOException {
    return LocalLog.read(log).stream()
        .filter(one -> one.bug().equals(bug) && one.schedule().equals(schedule))
        .toList();
  }

  /** Takes down that nothing is known that would show {@code bug}. */
  void untried(String bug, String why) throws IOException {
    if (known(bug, "").isEmpty()) {
      note(LocalTry.untried(bug, why));
    }
  }

  private LocalTry note(LocalTry one) throws IOException {
    LocalLog.append(log, one);
    watcher.accept(one);
    return one;
  }

  private LocalTry one(String bug, int attempt, Plan plan)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    RunFolder folder =
        RunFolder.create(root, bug + "-" + plan.schedule().name(), Instant.now(), plan.seed());
    PlanFiles.write(folder, plan);
    RealTrial trial = RealTrial.of(plan, execute(plan, folder), folder);
    Optional<Sign> outside = trial.outside();
    Result result =
        outside.isPresent()
            ? Result.SHOWN
            : trial.doubt().isPresent() ? Result.INCONCLUSIVE : Result.NOT_SHOWN;
    String words = outside.map(Sign::words).or(trial::doubt).or(() -> first(trial)).orElse("");
    return new LocalTry(
        bug,
        plan.schedule().name(),
        attempt,
        plan.seed(),
        plan.times().main().toMillis() / 1e3,
        result,
        trial.kinds(),
        Math.round((System.nanoTime() - began) / 1e6) / 1e3,
        words,
        root.relativize(folder.path()).toString());
  }

  private static Optional<String> first(RealTrial trial) {
    return trial.signs().stream().findFirst().map(Sign::words);
  }

  private Recording execute(Plan plan, RunFolder folder) throws InterruptedException {
    SystemUnderTest system = Systems.named(plan.system(), "run-" + plan.seed(), plan.seed());
    Workload workload = TrialPlans.workload(plan);
    PlanWorlds worlds = new PlanWorlds(List.of());
    Run run = new Run(plan, system, workload, worlds, folder.path(), progress);
    going.set(run);
    try {
      return run.execute();
    } finally {
      going.set(null);
    }
  }
}
