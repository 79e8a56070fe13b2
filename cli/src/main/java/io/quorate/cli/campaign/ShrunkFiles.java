package io.quorate.cli.campaign;

import io.quorate.results.campaign.TrialLog;
import io.quorate.results.store.RunFolder;
import io.quorate.runner.campaign.CampaignShrinker;
import io.quorate.runner.campaign.TrialShrinker;
import io.quorate.runner.conduct.PlanFiles;
import io.quorate.runner.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a campaign found, made small: {@code shrunk.md}, and a plan that plays each of them. */
final class ShrunkFiles {
  private static final String TABLE = "shrunk.md";
  private static final String HEAD =
      """

      | bug | from | events | nodes | seconds | operations a second | on other seeds | plan |\
       on real processes |
      |---|---|---|---|---|---|---|---|---|
      """;

  /** Says whether what is left of a bug was seen on real processes. */
  interface OnProcesses {
    String tried(String bug, Plan plan) throws IOException, InterruptedException;
  }

  private ShrunkFiles() {}

  /**
   * Shrinks, writes, and returns the table.
   *
   * @param onProcesses is asked for each bug
   */
  static String write(Path campaign, TrialLog.Read log, int threads, OnProcesses onProcesses)
      throws IOException, InterruptedException {
    List<CampaignShrinker.Found> all =
        new CampaignShrinker(log.head(), TrialShrinker.USUAL_LIMIT).shrink(log.trials(), threads);
    StringBuilder table = new StringBuilder(HEAD);
    for (CampaignShrinker.Found found : all) {
      RunFolder folder = new RunFolder(campaign.resolve("shrunk").resolve(found.bug()));
      Files.createDirectories(folder.path());
      Plan plan = found.small().shrunk().plan();
      PlanFiles.write(folder, plan);
      String local = onProcesses.tried(found.bug(), plan);
      table.append(line(found, campaign.relativize(folder.plan()), local));
    }
    table.append(sentence(all));
    Files.writeString(campaign.resolve(TABLE), table);
    return table.toString();
  }

  private static String line(CampaignShrinker.Found found, Path plan, String local) {
    Plan small = found.small().shrunk().plan();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %d | %.1f | %.0f | %d of %d | %s | %s |%n",
        found.bug(),
        found.schedule(),
        found.small().shrunk().events(),
        small.nodes(),
        small.times().main().toMillis() / 1e3,
        small.rate(),
        found.small().shown(),
        TrialShrinker.TRIES,
        plan,
        local);
  }

  private static String sentence(List<CampaignShrinker.Found> all) {
    long few = all.stream().filter(found -> found.small().shrunk().events() <= 3).count();
    return String.format(
        Locale.ROOT, "%n%d bugs shrunk, %d of them to at most 3 events.%n", all.size(), few);
  }
}
