package io.quorate.workload.library;

import io.quorate.history.Invocation;
import io.quorate.history.RandomStream;
import io.quorate.history.Value;
import io.quorate.workload.Generator;
import io.quorate.workload.Workload;
import io.quorate.workload.WorkloadOptions;
import io.quorate.workload.generator.Generators;
import io.quorate.workload.sharing.Sharing;
import java.util.List;
import java.util.Optional;

/**
 * The workloads that come with the toolkit. To add one: its generator in this package, and a line
 * in {@link #named} and {@link #names}.
 */
public final class Workloads {
  /** Each read answers the whole list, so that it must not grow long. */
  private static final int OPERATIONS_PER_LIST = 100;

  private Workloads() {}

  /** Returns the names of all workloads, the default one first. */
  public static List<String> names() {
    return List.of("cas-register", "register", "append-list");
  }

  /**
   * Returns the workload called {@code name}, if there is one.
   *
   * @param random the run's stream for the workload
   */
  public static Optional<Workload> named(
      String name, WorkloadOptions options, RandomStream random) {
    return switch (name) {
      case "cas-register" -> Optional.of(casRegister(options, random));
      case "register" -> Optional.of(register(options, random));
      case "append-list" -> Optional.of(appendList(options, random));
      default -> Optional.empty();
    };
  }

  private static Workload casRegister(WorkloadOptions options, RandomStream random) {
    return new Workload(
        "cas-register",
        "reads, writes and compare-and-sets of independent registers",
        "cas-register",
        List.of(Functions.READ, Functions.WRITE, Functions.CAS),
        registers(options, random),
        Workloads::readsEverywhere);
  }

  private static Workload register(WorkloadOptions options, RandomStream random) {
    return new Workload(
        "register",
        "reads and writes of independent registers",
        "register",
        List.of(Functions.READ, Functions.WRITE),
        registers(options.withShares(options.reads(), options.writes(), 0), random),
        Workloads::readsEverywhere);
  }

  /** As many appends as a register has changes of any kind. */
  private static Workload appendList(WorkloadOptions options, RandomStream random) {
    int changes = options.writes() + options.cas();
    WorkloadOptions lists =
        options
            .withShares(options.reads(), changes, 0)
            .withValues(WorkloadOptions.Values.UNIQUE)
            .withLimits(
                Math.min(options.operationsPerKey(), OPERATIONS_PER_LIST), options.crashesPerKey());
    return new Workload(
        "append-list",
        "reads of independent lists, and appends that are tried again until they are answered",
        "append-list",
        List.of(Functions.READ, Functions.APPEND),
        Generators.map(Workloads::appended, registers(lists, random)),
        Workloads::readsEverywhere);
  }

  /** What a register would be told to hold goes to the end of the list. */
  private static Invocation appended(Invocation asked) {
    return asked.function().equals(Functions.READ)
        ? asked
        : new Invocation(Functions.APPEND, asked.key(), asked.argument());
  }

  private static Generator registers(WorkloadOptions options, RandomStream random) {
    return Sharing.inTurns(
        Sharing.concurrentKeys(
            options.keys(),
            options.workersPerKey(),
            WorkloadOptions.MAX_KEYS_PER_RUN,
            key -> retiring(options, RegisterKey.begin(key, options, random.split(key)))));
  }

  private static Generator retiring(WorkloadOptions options, Generator of) {
    return Generators.untilCrashed(
        options.crashesPerKey(),
        invocation -> !invocation.function().equals(Functions.READ),
        Generators.limit(options.operationsPerKey(), of));
  }

  /** Each key read once beside every node. */
  private static Generator readsEverywhere(List<String> keys) {
    return Sharing.inTurns(
        Sharing.eachNode(
            Generators.list(
                keys.stream()
                    .map(key -> new Invocation(Functions.READ, key, Value.NIL))
                    .toList())));
  }
}
