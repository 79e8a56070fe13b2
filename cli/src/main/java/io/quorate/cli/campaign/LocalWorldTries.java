package io.quorate.cli.campaign;

import io.quorate.cli.Interruption;
import io.quorate.cli.Refusal;
import io.quorate.cli.RunsFolder;
import io.quorate.results.campaign.Campaign;
import io.quorate.results.campaign.LocalLog;
import io.quorate.results.campaign.LocalTries;
import io.quorate.results.campaign.LocalTry;
import io.quorate.runner.live.Progress;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.real.LocalZoo;
import io.quorate.runner.real.RealPlans;
import io.quorate.runner.real.RealTrials;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries on real processes of this machine, a line on standard error for each. */
public final class LocalWorldTries {
  private static final String LOG = "local.jsonl";
  private static final int MOST_TRIES = 1_000;
  private static final int MOST_SECONDS = 3_600;

  private final Path log;
  private final RealTrials trials;

  /**
   * Prepares tries.
   *
   * @param root where run folders are kept
   * @param folder where the log is kept
   */
  public LocalWorldTries(PrintWriter err, Path root, Path folder) throws IOException {
    this(err, root, folder, "");
  }

  LocalWorldTries(PrintWriter err, Path root, Path folder, String prefix) throws IOException {
    RunsFolder.remember(RunsFolder.usual(), root);
    log = folder.resolve(prefix + LOG);
    trials = new RealTrials(root, log, Progress.SILENT, one -> say(err, one));
    Interruption.listen(trials::stop);
  }

  /** Refuses a number of tries that nobody can want. */
  public static void requireCount(int tries) {
    if (tries < 0 || tries > MOST_TRIES) {
      throw new Refusal("--local: from 1 to " + MOST_TRIES + " tries, got " + tries);
    }
  }

  /** Returns how long a schedule runs in a try; refuses what nobody can want. */
  public static Duration seconds(double told) {
    if (!(told > 0 && told <= MOST_SECONDS)) {
      throw new Refusal(
          "--local-seconds: more than 0 and at most " + MOST_SECONDS + ", got " + told);
    }
    return Duration.ofMillis(Math.round(1_000 * told));
  }

  /** Returns where each try has a line. */
  public Path log() {
    return log;
  }

  /** Tries what is left of a plan of virtual time: its few steps again and again. */
  public LocalTries shrunk(String bug, Plan plan, int tries, Duration main)
      throws IOException, InterruptedException {
    return new LocalTries(trials.play(bug, RealPlans.again(plan, main), tries));
  }

  /** Tries each bug of a campaign. */
  void zoo(Campaign campaign, int tries, Duration main) throws IOException, InterruptedException {
    new LocalZoo(campaign, trials, tries, main).execute();
  }

  /**
   * Returns what is known of each bug on real processes: by the log in {@code folder}, else by what
   * was measured of this version.
   */
  static List<LocalTry> known(Path folder) throws IOException {
    List<LocalTry> all = new ArrayList<>(LocalLog.read(folder.resolve(LOG)));
    Set<String> here = all.stream().map(LocalTry::bug).collect(Collectors.toSet());
    LocalLog.kept().stream().filter(one -> !here.contains(one.bug())).forEach(all::add);
    return all;
  }

  private static void say(PrintWriter err, LocalTry one) {
    String what = one.result().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String line =
        one.attempt() == 0
            ? String.format(Locale.ROOT, "%s: not tried: %s", one.bug(), one.words())
            : String.format(
                Locale.ROOT,
                "%s %s, try %d: %s %s after %.1f s. %s",
                one.bug(),
                one.schedule(),
                one.attempt(),
                what,
                one.signs(),
                one.wallSeconds(),
                one.words());
    err.println(line);
    err.flush();
  }
}
