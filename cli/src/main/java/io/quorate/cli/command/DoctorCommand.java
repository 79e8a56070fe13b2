package io.quorate.cli.command;

import io.quorate.cli.Action;
import io.quorate.cli.ExitCode;
import io.quorate.cli.Refusal;
import io.quorate.cli.RunsFolder;
import io.quorate.cli.Terminal;
import io.quorate.cluster.RemoteException;
import io.quorate.cluster.hosts.Heal;
import io.quorate.cluster.hosts.HealReport;
import io.quorate.cluster.hosts.HostSpec;
import io.quorate.results.store.RunFolder;
import io.quorate.runner.conduct.PlanWorlds;
import io.quorate.runner.doctor.Check;
import io.quorate.runner.doctor.DoctorFile;
import io.quorate.runner.doctor.HostDoctor;
import io.quorate.runner.doctor.LeftOvers;
import io.quorate.runner.doctor.MachineDoctor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks whether a run can be made here, undoes what killed runs left, and marks hosts. */
@Command(
    name = "doctor",
    description = "Check this machine and your hosts, and heal what killed runs left behind.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Action {
  private static final String EVERY_RUN = "";

  @Option(names = "--on", paramLabel = "WORLD", description = "local (default), or hosts.yaml.")
  private String on = PlanWorlds.LOCAL;

  @Option(
      names = "--heal",
      arity = "0..1",
      paramLabel = "RUN|LEDGER",
      fallbackValue = EVERY_RUN,
      description = "Undo what this run left behind; without a name: what every run left.")
  private @Nullable String heal;

  @Option(names = "--mark", description = "Mark the hosts of --on as ones that may be broken.")
  private boolean mark;

  @Option(names = "--json", description = "Print JSON instead of words.")
  private boolean json;

  @Override
  public ExitCode run(Terminal terminal) throws IOException {
    if (json && (mark || heal != null)) {
      throw new Refusal("--json tells what was looked at; it goes with neither --heal nor --mark");
    }
    if (!mark && heal == null) {
      return examine(terminal);
    }
    ExitCode marked = mark ? mark(terminal) : ExitCode.PASS;
    return heal == null ? marked : marked.and(heal(heal, terminal));
  }

  private ExitCode examine(Terminal terminal) throws IOException {
    List<Check> checks = checks(PlanOptions.hosts(on), RunsFolder.usual());
    if (json) {
      terminal.out().println(DoctorFile.text(checks));
    } else {
      checks.forEach(check -> terminal.out().println(line(check)));
    }
    return checks.stream().allMatch(Check::isOk) ? ExitCode.PASS : ExitCode.INCONCLUSIVE;
  }

  /** Returns what is seen of this machine and of {@code hosts}. */
  static List<Check> checks(List<HostSpec> hosts, Path runs) {
    List<Check> checks = new ArrayList<>(MachineDoctor.examine(runs));
    hosts.forEach(host -> checks.addAll(HostDoctor.examine(host)));
    return checks;
  }

  private static String line(Check check) {
    String state = check.state().name().toLowerCase(Locale.ROOT);
    String remedy = check.remedy().isEmpty() ? "" : "; " + check.remedy();
    return String.format(
        Locale.ROOT,
        "%-8s %-13s %-11s %s%s",
        state,
        check.place(),
        check.what(),
        OperationLine.harmless(check.found(), Integer.MAX_VALUE),
        remedy);
  }

  private ExitCode mark(Terminal terminal) {
    List<HostSpec> hosts = PlanOptions.hosts(on);
    if (hosts.isEmpty()) {
      throw new Refusal("--mark marks the hosts of a file: give --on hosts.yaml");
    }
    ExitCode worst = ExitCode.PASS;
    for (HostSpec host : hosts) {
      try {
        HostDoctor.mark(host);
        terminal.out().println(host.name() + ": marked as a host for tests");
      } catch (RemoteException e) {
        terminal.out().println(host.name() + ": not marked: " + e.getMessage());
        worst = ExitCode.INCONCLUSIVE;
      }
    }
    return worst;
  }

  private static ExitCode heal(String named, Terminal terminal) throws IOException {
    List<Path> ledgers = named.equals(EVERY_RUN) ? leftOvers(terminal) : List.of(ledger(named));
    ExitCode worst = ExitCode.PASS;
    for (Path ledger : ledgers) {
      worst = worst.and(healOne(ledger, terminal));
    }
    return worst;
  }

  private static List<Path> leftOvers(Terminal terminal) throws IOException {
    List<Path> folders = RunsFolder.all(RunsFolder.usual());
    List<Path> ledgers = folders.stream().flatMap(one -> LeftOvers.below(one).stream()).toList();
    if (ledgers.isEmpty()) {
      String looked = folders.stream().map(Path::toString).collect(Collectors.joining(", "));
      terminal.out().println("no run left anything behind in " + looked);
    }
    return ledgers;
  }

  private static Path ledger(String named) throws IOException {
    Path given = Path.of(named);
    boolean folder = Files.isDirectory(given) || given.endsWith(RunFolder.LATEST);
    Path ledger = folder && Files.exists(given) ? RunFolder.open(given).ledger() : given;
    if (!Files.isRegularFile(ledger)) {
      throw new Refusal("there is no ledger to heal by at " + ledger);
    }
    return ledger;
  }

  private static ExitCode healOne(Path ledger, Terminal terminal) {
    terminal.out().println(ledger + ":");
    try {
      HealReport report = Heal.heal(ledger);
      report.done().forEach(words -> terminal.out().println("  " + words));
      report.left().forEach(words -> terminal.out().println("  LEFT " + words));
      return report.complete() ? ExitCode.PASS : ExitCode.INCONCLUSIVE;
    } catch (IllegalStateException e) {
      terminal.out().println("  LEFT " + e.getMessage());
      return ExitCode.INCONCLUSIVE;
    }
  }
}
