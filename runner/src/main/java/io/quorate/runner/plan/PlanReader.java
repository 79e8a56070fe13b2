package io.quorate.runner.plan;

import io.quorate.nemesis.Schedule;
import io.quorate.nemesis.schedule.Schedules;
import io.quorate.nemesis.yaml.Fields;
import io.quorate.nemesis.yaml.Item;
import io.quorate.results.Requirements;
import io.quorate.workload.Routing;
import io.quorate.workload.WorkloadOptions;
import io.quorate.workload.library.Workloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads plans from YAML. Everything it does not understand becomes one sentence with its place. */
public final class PlanReader {
  /** The longest main phase a plan may ask for, in seconds. */
  public static final double MAX_SECONDS = 86_400;

  private static final int MAX_KEYS = 10_000;
  private static final int MAX_WEIGHT = 1_000;

  /** What a plan may say. */
  static final List<String> KNOWN =
      List.of(
          "name",
          "on",
          "system",
          "nodes",
          "workload",
          "keys",
          "workers-per-key",
          "values",
          "mix",
          "schedule",
          "seconds",
          "warm-up",
          "recovery",
          "operation-timeout",
          "ready-within",
          "rate",
          "clients",
          "routing",
          "seed",
          "sabotage",
          "min-power",
          "on-violation");

  private PlanReader() {}

  /**
   * Puts what {@code text} says over what {@code builder} holds.
   *
   * @param source how sentences call the text
   * @param directory what the paths in it are relative to
   */
  public static void read(String source, String text, Path directory, PlanBuilder builder) {
    Fields plan = Item.document(source, text).fields(KNOWN);
    plan.get("name").ifPresent(item -> builder.name(item.text()));
    plan.get("on").ifPresent(item -> builder.on(world(item.text(), directory)));
    plan.get("system").ifPresent(item -> builder.system(item.text()));
    plan.get("nodes").ifPresent(item -> builder.nodes((int) item.number(1, Plan.MAX_NODES)));
    plan.get("clients").ifPresent(item -> builder.clients((int) item.number(1, Plan.MAX_CLIENTS)));
    plan.get("rate").ifPresent(item -> builder.rate(item.positive(1_000_000)));
    plan.get("seed").ifPresent(item -> builder.seed(item.number(Long.MIN_VALUE, Long.MAX_VALUE)));
    plan.get("schedule").ifPresent(item -> builder.schedule(schedule(item, directory)));
    plan.get("routing")
        .ifPresent(item -> builder.routing(among(item, "routing", Routing.values())));
    plan.get("sabotage")
        .ifPresent(item -> builder.sabotage(among(item, "sabotage", Plan.Sabotage.values())));
    plan.get("min-power")
        .ifPresent(item -> builder.minPower(item.positive(Requirements.MOST_POWER)));
    plan.get("on-violation")
        .ifPresent(
            item -> builder.onViolation(among(item, "on-violation", Plan.OnViolation.values())));
    workload(plan, builder);
    times(plan, builder);
  }

  private static void workload(Fields plan, PlanBuilder builder) {
    plan.get("workload")
        .ifPresent(item -> builder.workload(item.oneOf("workload", Workloads.names())));
    plan.get("keys").ifPresent(item -> builder.keys((int) item.number(1, MAX_KEYS)));
    plan.get("workers-per-key")
        .ifPresent(item -> builder.workersPerKey((int) item.number(1, Plan.MAX_CLIENTS)));
    plan.get("values")
        .ifPresent(item -> builder.values(among(item, "values", WorkloadOptions.Values.values())));
    plan.get("mix").ifPresent(item -> mix(item, builder));
  }

  private static void mix(Item item, PlanBuilder builder) {
    List<Item> shares = item.items(3);
    if (shares.size() != 3) {
      throw item.complaint("a mix has three shares: [reads, writes, compare-and-sets]");
    }
    int[] weights = shares.stream().mapToInt(s -> (int) s.number(0, MAX_WEIGHT)).toArray();
    if (weights[0] + weights[1] == 0) {
      throw item.complaint("a mix needs reads or writes");
    }
    builder.shares(weights[0], weights[1], weights[2]);
  }

  private static void times(Fields plan, PlanBuilder builder) {
    plan.get("seconds").ifPresent(item -> builder.main(seconds(item.positive(MAX_SECONDS))));
    plan.get("warm-up").ifPresent(item -> builder.warmUp(item.duration()));
    plan.get("recovery").ifPresent(item -> builder.recovery(item.duration()));
    plan.get("operation-timeout").ifPresent(item -> builder.operationTimeout(item.duration()));
    plan.get("ready-within").ifPresent(item -> builder.readyWithin(item.duration()));
  }

  /** Returns a length of time given in seconds, to the millisecond. */
  public static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static String world(String text, Path directory) {
    return text.endsWith(".yaml") ? directory.resolve(text).toString() : text;
  }

  private static Schedule schedule(Item item, Path directory) {
    return schedule(item.text(), directory);
  }

  /**
   * Returns the schedule of that name, or of the file at that path.
   *
   * @param directory what the path is relative to
   */
  public static Schedule schedule(String nameOrFile, Path directory) {
    if (!nameOrFile.endsWith(".yaml")) {
      return Schedules.named(nameOrFile);
    }
    Path file = directory.resolve(nameOrFile);
    try {
      return Schedules.read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("no schedule can be read at " + file, e);
    }
  }

  private static <E extends Enum<E>> E among(Item item, String what, E[] values) {
    List<String> names = Arrays.stream(values).map(PlanReader::name).toList();
    return values[names.indexOf(item.oneOf(what, names))];
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
