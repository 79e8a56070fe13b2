package io.quorate.cli.campaign;

import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Interruption;
import io.quorate.cli.Refusal;
import io.quorate.cli.RunsFolder;
import io.quorate.cli.Terminal;
import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.schedule.ScheduleException;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.nemesis.yaml.Words;
import io.quorate.results.campaign.Campaign;
import io.quorate.results.campaign.MatrixText;
import io.quorate.results.campaign.TrialLog;
import io.quorate.results.store.RunFolder;
import io.quorate.runner.campaign.CampaignPlan;
import io.quorate.runner.campaign.CampaignRun;
import io.quorate.runner.conduct.PlanWorlds;
import io.quorate.systems.SystemInfo;
import io.quorate.systems.catalogue.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays many trials of schedules against bugs, and says which schedule is worth its time. */
@Command(
    name = "campaign",
    aliases = "simulate",
    description = "Compare schedules: how many seeded bugs each finds, how soon, how surely.",
    mixinStandardHelpOptions = true)
public final class CampaignCommand implements Action {
  private static final String ALL = "all";
  private static final int SEED_BOUND = 1_000_000_000;

  @Option(names = "--on", paramLabel = "WORLD", description = "simulation, the only one so far.")
  private String on = PlanWorlds.SIMULATION;

  @Option(
      names = "--schedules",
      split = ",",
      paramLabel = "NAME",
      description = "Names, separated by commas, or all (default).")
  private List<String> schedules = List.of(ALL);

  @Option(
      names = "--bugs",
      split = ",",
      paramLabel = "BUG",
      description = "Ids, separated by commas; all (default); none: the correct server alone.")
  private List<String> bugs = List.of(ALL);

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "Trials of each pair (default: ${DEFAULT-VALUE}).")
  private int runs = 20;

  @Option(names = "--seed", paramLabel = "X", description = "Repeats a campaign's choices.")
  private @Nullable Long seed;

  @Option(names = "--threads", paramLabel = "T", description = "Default: one a processor.")
  private int threads = Math.max(1, Runtime.getRuntime().availableProcessors());

  @Option(names = "--out", paramLabel = "DIR", description = "Where run folders are kept.")
  private @Nullable Path out;

  @Option(names = "--resume", paramLabel = "DIR", description = "Go on with a campaign's folder.")
  private @Nullable Path resume;

  @Option(
      names = "--shrink",
      description = "Reduce what was found to the few steps that matter, a file for each bug.")
  private boolean shrink;

  @Option(
      names = "--set",
      split = ",",
      paramLabel = "NAME",
      description = "Say what one schedule less or more is worth to these (default: the fewest).")
  private List<String> set = List.of();

  @Option(
      names = "--local",
      paramLabel = "N",
      description =
          "Then try N times on real processes of this machine: each bug, or with --shrink"
              + " what is left of each.")
  private int local;

  @Option(
      names = "--local-seconds",
      paramLabel = "S",
      description = "How long the schedule runs in such a try (default: ${DEFAULT-VALUE}).")
  private double localSeconds = 12;

  @Option(names = "--json", description = "Print campaign.json instead of words.")
  private boolean json;

  CampaignCommand() {}

  @Override
  public ExitCode run(Terminal terminal) throws IOException, InterruptedException {
    if (!on.equals(PlanWorlds.SIMULATION)) {
      throw new Refusal(
          "a campaign runs --on simulation so far; for one run elsewhere: quorate run");
    }
    LocalWorldTries.requireCount(local);
    LocalWorldTries.seconds(localSeconds);
    CampaignPlan plan = resume == null ? chosen() : kept(CampaignFolder.open(resume));
    requireSet(plan);
    CampaignFolder folder = resume == null ? fresh(plan.seed()) : CampaignFolder.open(resume);
    CampaignProgress progress = new CampaignProgress(terminal.err());
    CampaignRun run = new CampaignRun(plan, folder.trials(), progress);
    Interruption.listen(run::stop);
    run.execute(threads);
    progress.finish();
    return tell(terminal, folder, plan);
  }

  private void requireSet(CampaignPlan plan) {
    List<String> names = plan.schedules().stream().map(Schedule::name).toList();
    set.stream()
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new Refusal(
              "--set: the campaign has no schedule "
                  + Words.quoted(name)
                  + Words.remedy(name, names));
        });
  }

  private CampaignPlan chosen() {
    if (threads < 1) {
      throw new Refusal("--threads: at least 1, got " + threads);
    }
    long from = seed == null ? new SecureRandom().nextInt(SEED_BOUND) : seed;
    return understood(chosenSchedules(), chosenBugs(), runs, from);
  }

  private CampaignFolder fresh(long from) throws IOException {
    RunsFolder.remember(RunsFolder.usual(), RunsFolder.at(out));
    return new CampaignFolder(
        RunFolder.create(RunsFolder.at(out), "campaign", Instant.now(), from).path());
  }

  private static CampaignPlan kept(CampaignFolder folder) throws IOException {
    TrialLog.Head head = folder.log().head();
    List<Schedule> schedules = head.schedules().stream().map(CampaignCommand::schedule).toList();
    return understood(schedules, head.bugs(), head.runs(), head.seed());
  }

  private static CampaignPlan understood(
      List<Schedule> schedules, List<String> bugs, int runs, long seed) {
    try {
      return new CampaignPlan(schedules, bugs, runs, seed);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private List<Schedule> chosenSchedules() {
    return schedules.equals(List.of(ALL))
        ? Schedules.all()
        : schedules.stream().distinct().map(CampaignCommand::schedule).toList();
  }

  private static Schedule schedule(String name) {
    try {
      return Schedules.named(name);
    } catch (ScheduleException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  /** The correct server is always among them: a schedule that accuses it finds nothing. */
  private List<String> chosenBugs() {
    List<String> known =
        Systems.all().getFirst().bugs().stream().map(SystemInfo.BugInfo::id).toList();
    List<String> chosen = new ArrayList<>();
    chosen.add(CampaignPlan.CORRECT);
    for (String bug : bugs.equals(List.of(ALL)) ? known : bugs) {
      if (!chosen.contains(bug)) {
        if (!known.contains(bug)) {
          throw new Refusal("unknown bug " + Words.quoted(bug) + Words.remedy(bug, known));
        }
        chosen.add(bug);
      }
    }
    return chosen;
  }

  private ExitCode tell(Terminal terminal, CampaignFolder folder, CampaignPlan plan)
      throws IOException, InterruptedException {
    TrialLog.Read log = folder.log();
    Campaign campaign = new Campaign(log.head(), log.trials());
    if (local > 0 && !shrink) {
      new LocalWorldTries(terminal.err(), RunsFolder.at(out), folder.path())
          .zoo(campaign, local, LocalWorldTries.seconds(localSeconds));
    }
    folder.tell(campaign, set);
    if (json) {
      terminal.out().print(Files.readString(folder.summary()));
    } else {
      terminal.out().println(MatrixText.of(campaign, set));
      terminal.out().println("trials:  " + folder.trials());
      terminal.out().println("again:   " + command(plan));
    }
    if (shrink) {
      String table = ShrunkFiles.write(folder.path(), log, threads, onProcesses(terminal, folder));
      (json ? terminal.err() : terminal.out()).print(table);
    }
    return CampaignReport.exit(campaign);
  }

  private ShrunkFiles.OnProcesses onProcesses(Terminal terminal, CampaignFolder folder)
      throws IOException {
    if (local == 0) {
      return (bug, plan) -> "not tried";
    }
    LocalWorldTries tries =
        new LocalWorldTries(terminal.err(), RunsFolder.at(out), folder.path(), "shrunk-");
    Duration main = LocalWorldTries.seconds(localSeconds);
    return (bug, plan) -> tries.shrunk(bug, plan, local, main).sentence();
  }

  private static String command(CampaignPlan plan) {
    return "./quorate campaign --schedules "
        + String.join(",", plan.schedules().stream().map(Schedule::name).toList())
        + " --bugs "
        + String.join(",", plan.bugs())
        + " --runs "
        + plan.runs()
        + " --seed "
        + plan.seed();
  }
}
