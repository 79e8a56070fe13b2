package io.quorate.cli.command;

import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Interruption;
import io.quorate.cli.Refusal;
import io.quorate.cli.RunsFolder;
import io.quorate.cli.Terminal;
import io.quorate.cluster.hosts.HostSpec;
import io.quorate.nemesis.schedule.ScheduleException;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.nemesis.yaml.Words;
import io.quorate.results.publish.Written;
import io.quorate.results.store.RunFolder;
import io.quorate.runner.PlanRefused;
import io.quorate.runner.Recording;
import io.quorate.runner.conduct.Judges;
import io.quorate.runner.conduct.PlanFiles;
import io.quorate.runner.conduct.PlanWorlds;
import io.quorate.runner.conduct.Run;
import io.quorate.runner.conduct.TrialPlans;
import io.quorate.runner.doctor.Check;
import io.quorate.runner.doctor.DoctorFile;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.simulated.SimulatedRun;
import io.quorate.systems.SystemUnderTest;
import io.quorate.systems.catalogue.Systems;
import io.quorate.workload.Workload;
import io.quorate.workload.library.Workloads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs one trial on real processes, judges it, and says what it found. */
@Command(
    name = "run",
    description = "Deploy a system, break things around it, and judge what its clients saw.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Action {
  @Mixin private PlanOptions options = new PlanOptions();

  @Option(names = "--out", paramLabel = "DIR", description = "Where run folders are kept.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print verdict.json instead of words.")
  private boolean json;

  @Option(names = "--dry-run", description = "Print what the seed chooses, and start nothing.")
  private boolean dryRun;

  @Override
  public ExitCode run(Terminal terminal) throws Exception {
    Plan plan = options.plan();
    List<HostSpec> hosts = PlanOptions.hosts(plan);
    requireRunnable(plan);
    Workload workload = TrialPlans.workload(plan);
    if (dryRun) {
      terminal.out().print(DryRun.of(plan, workload));
      return ExitCode.PASS;
    }
    List<Check> checks = DoctorCommand.checks(hosts, RunsFolder.at(out));
    requireHealthy(checks);
    RunsFolder.remember(RunsFolder.usual(), RunsFolder.at(out));
    RunFolder folder =
        RunFolder.create(RunsFolder.at(out), plan.name(), Instant.now(), plan.seed());
    Files.writeString(folder.doctor(), DoctorFile.text(checks));
    PlanFiles.write(folder, plan);
    ProgressLine progress = new ProgressLine(terminal.err());
    Recording recording =
        plan.on().equals(PlanWorlds.SIMULATION)
            ? new SimulatedRun(plan, workload, folder.path()).execute()
            : play(plan, workload, hosts, folder, progress);
    progress.step("judging");
    progress.finish();
    Written written = Judges.judge(folder, plan, recording);
    String said = json ? Files.readString(folder.verdict()) : written.summary();
    terminal.out().println(said);
    return ExitCode.of(written.exitCode());
  }

  private static void requireHealthy(List<Check> checks) {
    checks.stream()
        .filter(check -> check.state() == Check.State.MISSING)
        .findFirst()
        .ifPresent(check -> {
          throw new Refusal(check.sentence());
        });
  }

  private static Recording play(
      Plan plan, Workload workload, List<HostSpec> hosts, RunFolder folder, ProgressLine progress)
      throws InterruptedException {
    SystemUnderTest system = Systems.named(plan.system(), "run-" + plan.seed(), plan.seed());
    Run run = new Run(plan, system, workload, new PlanWorlds(hosts), folder.path(), progress);
    Interruption.listen(() -> run.interrupt("interrupted"));
    try {
      return run.execute();
    } catch (PlanRefused e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  /** Refuses what is unknown, and what the world cannot do. */
  static void requireRunnable(Plan plan) {
    requireWorkload(plan);
    requireSystem(plan);
    requireFit(plan);
  }

  private static void requireWorkload(Plan plan) {
    if (!Workloads.names().contains(plan.workload())) {
      throw new Refusal(
          "unknown workload "
              + Words.quoted(plan.workload())
              + Words.remedy(plan.workload(), Workloads.names()));
    }
  }

  private static void requireSystem(Plan plan) {
    try {
      Systems.bugsOfRaft(plan.system());
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private static void requireFit(Plan plan) {
    try {
      Schedules.requireFit(plan.schedule(), TrialPlans.nodes(plan));
      PlanWorlds.requireFit(plan);
    } catch (ScheduleException | PlanRefused e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }
}
