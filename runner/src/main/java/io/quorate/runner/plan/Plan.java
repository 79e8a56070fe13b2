package io.quorate.runner.plan;

import io.quorate.nemesis.Schedule;
import io.quorate.workload.Routing;
import io.quorate.workload.WorkloadOptions;
import java.time.Duration;

/**
 * Everything a run is told: what is tested where, what is asked of it, and what is broken.
 *
 * @param name under which its runs are kept
 * @param on the world: {@code local}, or the path of a hosts file
 * @param system the system under test: {@code raft}, {@code raft:B07}
 * @param nodes how many
 * @param workload what is asked: {@code cas-register}, ...
 * @param options how it is asked: keys, values, shares
 * @param schedule what is broken
 * @param times how long the phases last
 * @param rate operations a second, of all clients together
 * @param clients how many client workers, a multiple of the nodes
 * @param routing whom clients ask
 * @param seed from which every choice comes
 * @param sabotage what is broken in the harness itself, to see that it is not fooled
 * @param minPower which share of every kind of damage the checker must surely have caught for a
 *     green to mean something, 0 for none
 * @param onViolation what a violation seen while the run is under way does to it
 */
public record Plan(
    String name,
    String on,
    String system,
    int nodes,
    String workload,
    WorkloadOptions options,
    Schedule schedule,
    Times times,
    double rate,
    int clients,
    Routing routing,
    long seed,
    Sabotage sabotage,
    double minPower,
    OnViolation onViolation) {
  /** The most nodes a plan may ask for. */
  public static final int MAX_NODES = 25;

  /** The most client workers a plan may ask for. */
  public static final int MAX_CLIENTS = 1_000;

  /** Refuses counts that no run can have. */
  public Plan {
    within("nodes", nodes, 1, MAX_NODES);
    within("clients", clients, nodes, MAX_CLIENTS);
    if (clients % nodes != 0) {
      throw new IllegalArgumentException(
          "clients must be a multiple of the " + nodes + " nodes, got " + clients);
    }
    if (!(rate > 0 && rate <= 1_000_000)) {
      throw new IllegalArgumentException("rate: more than 0 and at most 1000000, got " + rate);
    }
    if (schedule.minNodes() > nodes) {
      throw new IllegalArgumentException(
          "schedule "
              + schedule.name()
              + " needs at least "
              + schedule.minNodes()
              + " nodes, the plan has "
              + nodes
              + ": give --nodes "
              + schedule.minNodes()
              + " or another schedule");
    }
  }

  private static void within(String what, int count, int least, int most) {
    if (count < least || count > most) {
      throw new IllegalArgumentException(
          what + ": from " + least + " to " + most + ", got " + count);
    }
  }

  /**
   * How long the parts of a run last.
   *
   * @param readyWithin how long the system may take to answer after its start
   * @param warmUp how long it runs undisturbed first
   * @param main how long the schedule runs
   * @param recovery how long it runs after everything is healed
   * @param operation when an operation becomes a doubt
   */
  public record Times(
      Duration readyWithin, Duration warmUp, Duration main, Duration recovery, Duration operation) {
    /** What is used where nothing is said. */
    public static final Times DEFAULTS =
        new Times(
            Duration.ofSeconds(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(30),
            Duration.ofSeconds(4),
            Duration.ofSeconds(1));

    /** Refuses times below zero, and an operation time-out of zero. */
    public Times {
      if (readyWithin.isNegative() || warmUp.isNegative() || recovery.isNegative()) {
        throw new IllegalArgumentException("a phase cannot last less than nothing");
      }
      if (main.isNegative() || operation.isNegative() || operation.isZero()) {
        throw new IllegalArgumentException("seconds and operation time-out must be positive");
      }
    }

    /** Returns these times with {@code duration} for the main phase. */
    public Times withMain(Duration duration) {
      return new Times(readyWithin, warmUp, duration, recovery, operation);
    }
  }

  /** What a violation seen while the run is under way does to it. */
  public enum OnViolation {
    /** The run ends there: everything is healed, and judged as far as it came. */
    STOP,
    /** It goes through all its phases. */
    CONTINUE
  }

  /** What is broken in the harness itself. */
  public enum Sabotage {
    /** Nothing. */
    NONE,
    /** The links ignore every cut. */
    DEAF_LINKS,
    /** No client ever gets an answer. */
    FAILING_CLIENTS,
    /** The servers are not started. */
    NEVER_READY
  }
}
