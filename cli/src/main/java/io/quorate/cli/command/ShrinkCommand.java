package io.quorate.cli.command;

import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Refusal;
import io.quorate.cli.RunsFolder;
import io.quorate.cli.Terminal;
import io.quorate.cli.campaign.LocalWorldTries;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.results.store.RunFolder;
import io.quorate.runner.campaign.TrialShrinker;
import io.quorate.runner.conduct.PlanFiles;
import io.quorate.runner.conduct.PlanWorlds;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import io.quorate.runner.plan.PlanCommand;
import io.quorate.runner.shrink.Shrunk;
import io.quorate.systems.catalogue.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a red run of virtual time as small as it gets while it stays red. */
@Command(
    name = "shrink",
    description = "Reduce a red simulated run to the few steps that matter.",
    mixinStandardHelpOptions = true)
final class ShrinkCommand implements Action {
  private static final int MOST_TRIALS = 1_000_000;

  @Mixin private PlanOptions options = new PlanOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Most trials played (default: ${DEFAULT-VALUE}).")
  private int limit = TrialShrinker.USUAL_LIMIT;

  @Option(
      names = "--local",
      paramLabel = "N",
      description = "Then try it N times on real processes of this machine.")
  private int local;

  @Option(
      names = "--local-seconds",
      paramLabel = "S",
      description = "How long the schedule runs in such a try (default: ${DEFAULT-VALUE}).")
  private double localSeconds = 12;

  @Option(names = "--out", paramLabel = "DIR", description = "Where run folders are kept.")
  private @Nullable Path out;

  @Override
  public ExitCode run(Terminal terminal) throws IOException, InterruptedException {
    if (limit < 1 || limit > MOST_TRIALS) {
      throw new Refusal("--limit: from 1 to " + MOST_TRIALS + ", got " + limit);
    }
    LocalWorldTries.requireCount(local);
    Duration main = LocalWorldTries.seconds(localSeconds);
    Plan plan = inVirtualTime(options.plan());
    RunCommand.requireRunnable(plan);
    Optional<TrialShrinker.Small> small = TrialShrinker.shrink(plan, limit);
    if (small.isEmpty()) {
      terminal.out().println("Not red: there is nothing to shrink. Another --seed may show it.");
      return ExitCode.INCONCLUSIVE;
    }
    Plan after = small.get().shrunk().plan();
    Path root = RunsFolder.at(out);
    RunFolder folder = RunFolder.create(root, "shrunk", Instant.now(), after.seed());
    PlanFiles.write(folder, after);
    terminal.out().println(tell(plan, small.get(), folder));
    if (local > 0) {
      terminal.out().flush();
      String sentence = tried(terminal, root, folder, after, main);
      terminal.out().println("local:   " + sentence);
    }
    return ExitCode.VIOLATION;
  }

  private String tried(Terminal terminal, Path root, RunFolder folder, Plan plan, Duration main)
      throws IOException, InterruptedException {
    String bug = String.join("+", Systems.bugsOfRaft(plan.system()));
    LocalWorldTries tries = new LocalWorldTries(terminal.err(), root, folder.path());
    String sentence = tries.shrunk(bug.isEmpty() ? "none" : bug, plan, local, main).sentence();
    String table =
        String.format(
            Locale.ROOT,
            "| bug | events | on real processes |%n|---|---|---|%n| %s | %d | %s |%n",
            bug,
            Shrunk.events(plan),
            sentence);
    Files.writeString(folder.path().resolve("shrunk.md"), table);
    return sentence + " (" + tries.log() + ")";
  }

  /** Nothing else can be played again a thousand times. */
  private static Plan inVirtualTime(Plan plan) {
    if (!plan.on().equals(PlanWorlds.LOCAL) && !plan.on().equals(PlanWorlds.SIMULATION)) {
      throw new Refusal("shrink plays runs in virtual time: leave out --on, or --on simulation");
    }
    return PlanBuilder.of(plan)
        .on(PlanWorlds.SIMULATION)
        .onViolation(Plan.OnViolation.CONTINUE)
        .build();
  }

  private static String tell(Plan before, TrialShrinker.Small small, RunFolder folder) {
    Plan after = small.shrunk().plan();
    return String.join(
        System.lineSeparator(),
        Schedules.write(after.schedule()).stripTrailing(),
        "",
        "before:  " + size(before),
        "now:     " + size(after) + ", in " + small.shrunk().plays() + " trials" + end(small),
        String.format(
            Locale.ROOT,
            "shows:   at %.3f s, and on %d of %d other seeds",
            small.shrunk().redNanos() / 1e9,
            small.shown(),
            TrialShrinker.TRIES),
        "reason:  " + small.words(),
        "again:   " + PlanCommand.ofFile(folder.plan()));
  }

  private static String end(TrialShrinker.Small small) {
    return small.shrunk().whole() ? "" : " (the limit: --limit may bring more)";
  }

  private static String size(Plan plan) {
    return String.format(
        Locale.ROOT,
        "%d steps%s, %d nodes, %d clients, %.0f operations a second, %.1f s",
        plan.schedule().steps().size(),
        plan.schedule().repeat() ? " again and again" : "",
        plan.nodes(),
        plan.clients(),
        plan.rate(),
        plan.times().main().toMillis() / 1e3);
  }
}
