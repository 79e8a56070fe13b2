package io.quorate.runner.campaign;

import io.quorate.nemesis.Schedule;
import io.quorate.results.campaign.TrialLog;
import io.quorate.results.campaign.TrialRecord;
import io.quorate.results.campaign.TrialRecord.Result;
import io.quorate.runner.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Plays every trial of a campaign, on all processors, and writes a line for each as it ends. One
 * that was killed goes on where it stopped.
 */
public final class CampaignRun {
  /** Is told how a campaign comes along. Called from any thread. */
  @FunctionalInterface
  public interface Watcher {
    /** A trial has ended; so many have by now. */
    void ended(int done, int all, TrialRecord trial);
  }

  /** A trial that is to be played. */
  private record Ahead(Schedule schedule, String bug, int run) {}

  private final CampaignPlan plan;
  private final Path file;
  private final Watcher watcher;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private int done;

  /**
   * Prepares a campaign.
   *
   * @param file its {@code trials.jsonl}; where there is one of the same campaign, what it holds is
   *     not played again
   */
  public CampaignRun(CampaignPlan plan, Path file, Watcher watcher) {
    this.plan = plan;
    this.file = file;
    this.watcher = watcher;
  }

  /** No further trial is begun. From any thread. */
  public void stop() {
    stopped.set(true);
  }

  /**
   * Plays what is left of it.
   *
   * @return every trial played so far, in the order of schedules, bugs and runs
   * @throws IllegalArgumentException with one sentence where {@code file} is of another campaign
   */
  public List<TrialRecord> execute(int threads) throws IOException, InterruptedException {
    TrialLog.Head head = head();
    List<TrialRecord> trials = new ArrayList<>();
    if (Files.exists(file)) {
      TrialLog.Read found = TrialLog.read(file);
      if (!found.head().equals(head)) {
        throw new IllegalArgumentException(
            file + " is of another campaign: other schedules, bugs, runs or seed");
      }
      trials.addAll(found.trials());
    }
    List<Ahead> ahead = ahead(trials);
    done = trials.size();
    try (TrialLog log = Files.exists(file) ? TrialLog.resume(file) : TrialLog.create(file, head)) {
      trials.addAll(play(ahead, log, threads));
    }
    return trials;
  }

  private TrialLog.Head head() {
    return new TrialLog.Head(
        TrialLog.Head.CURRENT_VERSION,
        plan.seed(),
        plan.runs(),
        plan.schedules().stream().map(Schedule::name).toList(),
        plan.bugs());
  }

  /** Run by run, so that a campaign that is stopped early has something to say of every pair. */
  private List<Ahead> ahead(List<TrialRecord> played) {
    Set<String> known = new TreeSet<>();
    played.forEach(trial -> known.add(key(trial.schedule(), trial.bug(), trial.run())));
    List<Ahead> ahead = new ArrayList<>();
    for (int run = 0; run < plan.runs(); run++) {
      for (Schedule schedule : plan.schedules()) {
        for (String bug : plan.bugs()) {
          if (!known.contains(key(schedule.name(), bug, run))) {
            ahead.add(new Ahead(schedule, bug, run));
          }
        }
      }
    }
    return ahead;
  }

  private static String key(String schedule, String bug, int run) {
    return schedule + "|" + bug + "|" + run;
  }

  private List<TrialRecord> play(List<Ahead> ahead, TrialLog log, int threads)
      throws InterruptedException {
    List<Callable<Optional<TrialRecord>>> work = new ArrayList<>();
    ahead.forEach(next -> work.add(() -> play(next, log)));
    return Threads.collect(work, threads, "a trial could not be played");
  }

  private Optional<TrialRecord> play(Ahead next, TrialLog log) {
    if (stopped.get()) {
      return Optional.empty();
    }
    TrialRecord trial = played(plan.seed(), next.schedule(), next.bug(), next.run());
    log.append(trial);
    synchronized (this) {
      done++;
      watcher.ended(done, plan.trials(), trial);
    }
    return Optional.of(trial);
  }

  /** Plays one trial of a campaign with this seed. */
  static TrialRecord played(long campaignSeed, Schedule schedule, String bug, int run) {
    Plan plan = Swarm.plan(campaignSeed, run, schedule, system(bug));
    long began = System.nanoTime();
    Trialled trial = TrialPlayer.play(plan);
    double wall = (System.nanoTime() - began) / 1e9;
    Optional<Sign> outside = trial.outside();
    Result result =
        outside.isPresent()
            ? Result.FOUND
            : trial.doubt().isPresent() ? Result.INCONCLUSIVE : Result.CLEAN;
    return new TrialRecord(
        schedule.name(),
        bug,
        run,
        plan.seed(),
        result,
        trial.kinds(),
        outside.map(sign -> sign.atNanos() / 1e9).orElse(-1.0),
        trial.played().nanos() / 1e9,
        wall,
        trial.operations(),
        trial.played().events(),
        words(trial),
        trial.cuts().text());
  }

  static String system(String bug) {
    return bug.equals(CampaignPlan.CORRECT) ? "raft" : "raft:" + bug;
  }

  private static String words(Trialled trial) {
    return trial
        .outside()
        .or(() -> trial.signs().stream().findFirst())
        .map(Sign::words)
        .or(trial::doubt)
        .orElse("");
  }
}
