package io.quorate.cli.command;

import io.quorate.cli.Refusal;
import io.quorate.cluster.hosts.HostSpec;
import io.quorate.nemesis.schedule.ScheduleException;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.nemesis.yaml.Words;
import io.quorate.nemesis.yaml.YamlException;
import io.quorate.runner.conduct.PlanWorlds;
import io.quorate.runner.plan.HostsReader;
import io.quorate.runner.plan.Plan;
import io.quorate.runner.plan.PlanBuilder;
import io.quorate.runner.plan.PlanReader;
import io.quorate.workload.Routing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words of the command line that make a plan: a file, and what is said over it. */
final class PlanOptions {
  private static final String USUAL_SCHEDULE = "default";
  private static final String YAML = ".yaml";
  private static final int SEED_BOUND = 1_000_000_000;

  @Parameters(arity = "0..1", paramLabel = "PLAN.yaml", description = "A plan; default: none.")
  private @Nullable Path file;

  @Option(
      names = "--on",
      paramLabel = "WORLD",
      description = "local (default), simulation, or hosts.yaml.")
  private @Nullable String on;

  @Option(names = "--system", paramLabel = "NAME[:BUG]", description = "See: quorate systems.")
  private @Nullable String system;

  @Option(names = "--nodes", paramLabel = "N", description = "How many nodes (default: 5).")
  private @Nullable Integer nodes;

  @Option(
      names = "--workload",
      paramLabel = "NAME",
      description = "cas-register, register or append-list.")
  private @Nullable String workload;

  @Option(names = "--schedule", paramLabel = "NAME|FILE", description = "See: quorate schedules.")
  private @Nullable String schedule;

  @Option(names = "--seconds", paramLabel = "S", description = "How long faults are injected.")
  private @Nullable Double seconds;

  @Option(names = "--rate", paramLabel = "R", description = "Operations a second (default: 300).")
  private @Nullable Double rate;

  @Option(names = "--clients", paramLabel = "C", description = "Clients (default: 3 a node).")
  private @Nullable Integer clients;

  @Option(names = "--keys", paramLabel = "K", description = "Registers in use at a time.")
  private @Nullable Integer keys;

  @Option(
      names = "--routing",
      paramLabel = "R",
      converter = Choice.OfRouting.class,
      description = "leader (default), pinned, both.")
  private @Nullable Routing routing;

  @Option(names = "--seed", paramLabel = "X", description = "Repeats a run's choices.")
  private @Nullable Long seed;

  @Option(
      names = "--sabotage",
      paramLabel = "WHAT",
      converter = Choice.OfSabotage.class,
      description = "Breaks the toolkit itself: deaf-links, failing-clients or never-ready.")
  private Plan.@Nullable Sabotage sabotage;

  /** Returns the plan: the defaults, over them the file, over that the options. */
  Plan plan() {
    return understood(() -> {
      PlanBuilder plan =
          new PlanBuilder(Schedules.named(USUAL_SCHEDULE), new SecureRandom().nextInt(SEED_BOUND));
      if (file != null) {
        plan.name(nameOf(file));
        PlanReader.read(file.toString(), read(file), folderOf(file), plan);
      }
      over(plan);
      return plan.build();
    });
  }

  private void over(PlanBuilder plan) {
    Path here = Path.of("");
    given(on, world -> plan.on(world.endsWith(YAML) ? absolute(world) : world));
    given(system, plan::system);
    given(nodes, plan::nodes);
    given(workload, plan::workload);
    given(schedule, s -> plan.schedule(PlanReader.schedule(s, here)));
    given(seconds, s -> plan.main(length(s)));
    given(rate, plan::rate);
    given(clients, plan::clients);
    given(keys, plan::keys);
    given(routing, plan::routing);
    given(seed, plan::seed);
    given(sabotage, plan::sabotage);
    if (file == null) {
      plan.name(schedule == null ? USUAL_SCHEDULE : nameOf(Path.of(schedule)));
    }
  }

  private static Duration length(double seconds) {
    if (!(seconds > 0 && seconds <= PlanReader.MAX_SECONDS)) {
      throw new IllegalArgumentException(
          "--seconds: more than 0 and at most %.0f, got %s"
              .formatted(PlanReader.MAX_SECONDS, seconds));
    }
    return PlanReader.seconds(seconds);
  }

  /** A kept plan must find its hosts from wherever it is run again. */
  private static String absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  private static <T> void given(@Nullable T value, Consumer<T> use) {
    if (value != null) {
      use.accept(value);
    }
  }

  /** Returns the hosts that the file {@code on} names, none for the worlds without. */
  static List<HostSpec> hosts(String on) {
    if (on.equals(PlanWorlds.LOCAL) || on.equals(PlanWorlds.SIMULATION)) {
      return List.of();
    }
    if (!on.endsWith(YAML)) {
      throw new Refusal(
          "there is no world "
              + Words.quoted(on)
              + "; there are local, simulation, and your own hosts in a file whose name ends with"
              + " .yaml");
    }
    Path path = Path.of(on);
    return understood(() -> HostsReader.read(on, read(path), folderOf(path)));
  }

  /** Returns the hosts that {@code plan} uses, none for the worlds without. */
  static List<HostSpec> hosts(Plan plan) {
    List<HostSpec> hosts = hosts(plan.on());
    if (hosts.isEmpty()) {
      return hosts;
    }
    if (hosts.size() < plan.nodes()) {
      throw new Refusal(
          plan.on()
              + " names "
              + hosts.size()
              + " hosts and the plan needs "
              + plan.nodes()
              + ": give --nodes "
              + hosts.size());
    }
    return hosts.subList(0, plan.nodes());
  }

  private static <T> T understood(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (YamlException | ScheduleException | IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Refusal("there is no file to read at " + file, e);
    }
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? Path.of("/") : folder;
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
  }
}
