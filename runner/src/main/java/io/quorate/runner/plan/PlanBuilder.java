package io.quorate.runner.plan;

import io.quorate.nemesis.Schedule;
import io.quorate.runner.plan.Plan.OnViolation;
import io.quorate.runner.plan.Plan.Sabotage;
import io.quorate.runner.plan.Plan.Times;
import io.quorate.workload.Routing;
import io.quorate.workload.WorkloadOptions;
import java.time.Duration;

/**
 * Gathers a plan: the defaults, over them what the plan file says, over that what the command line
 * says. Each setter returns the builder.
 */
public final class PlanBuilder {
  /** The usual rate, in operations a second. */
  public static final double DEFAULT_RATE = 300;

  /** The usual number of client workers beside each node. */
  public static final int DEFAULT_CLIENTS_PER_NODE = 3;

  private String name = "default";
  private String on = "local";
  private String system = "raft";
  private int nodes = 5;
  private String workload = "cas-register";
  private WorkloadOptions options = WorkloadOptions.DEFAULTS;
  private Schedule schedule;
  private Times times = Times.DEFAULTS;
  private double rate = DEFAULT_RATE;
  private int clients;
  private Routing routing = Routing.LEADER;
  private long seed;
  private Sabotage sabotage = Sabotage.NONE;
  private double minPower;
  private OnViolation onViolation = OnViolation.STOP;

  /** Begins with the defaults. */
  public PlanBuilder(Schedule usual, long seed) {
    schedule = usual;
    this.seed = seed;
  }

  /** Returns a builder that would build {@code plan} again. */
  public static PlanBuilder of(Plan plan) {
    PlanBuilder builder = new PlanBuilder(plan.schedule(), plan.seed());
    builder.name = plan.name();
    builder.on = plan.on();
    builder.system = plan.system();
    builder.nodes = plan.nodes();
    builder.workload = plan.workload();
    builder.options = plan.options();
    builder.times = plan.times();
    builder.rate = plan.rate();
    builder.clients = plan.clients();
    builder.routing = plan.routing();
    builder.sabotage = plan.sabotage();
    builder.minPower = plan.minPower();
    builder.onViolation = plan.onViolation();
    return builder;
  }

  /** Names the plan. */
  public PlanBuilder name(String given) {
    name = given;
    return this;
  }

  /** Names the world. */
  public PlanBuilder on(String given) {
    on = given;
    return this;
  }

  /** Names the system under test. */
  public PlanBuilder system(String given) {
    system = given;
    return this;
  }

  /** Sets the number of nodes. */
  public PlanBuilder nodes(int given) {
    nodes = given;
    return this;
  }

  /** Names the workload. */
  public PlanBuilder workload(String given) {
    workload = given;
    return this;
  }

  /** Sets how many keys are in use at a time. */
  public PlanBuilder keys(int given) {
    options = options.withKeys(given);
    return this;
  }

  /** Sets how many workers share a key. */
  public PlanBuilder workersPerKey(int given) {
    options = options.withWorkersPerKey(given);
    return this;
  }

  /** Sets what the values look like. */
  public PlanBuilder values(WorkloadOptions.Values given) {
    options = options.withValues(given);
    return this;
  }

  /** Sets the shares of reads, writes and compare-and-sets. */
  public PlanBuilder shares(int reads, int writes, int cas) {
    options = options.withShares(reads, writes, cas);
    return this;
  }

  /** Sets the schedule. */
  public PlanBuilder schedule(Schedule given) {
    schedule = given;
    return this;
  }

  /** Sets how long the schedule runs. */
  public PlanBuilder main(Duration given) {
    times = times.withMain(given);
    return this;
  }

  /** Sets how long the system runs undisturbed first. */
  public PlanBuilder warmUp(Duration given) {
    times =
        new Times(times.readyWithin(), given, times.main(), times.recovery(), times.operation());
    return this;
  }

  /** Sets how long it runs after everything is healed. */
  public PlanBuilder recovery(Duration given) {
    times = new Times(times.readyWithin(), times.warmUp(), times.main(), given, times.operation());
    return this;
  }

  /** Sets when an operation becomes a doubt. */
  public PlanBuilder operationTimeout(Duration given) {
    times = new Times(times.readyWithin(), times.warmUp(), times.main(), times.recovery(), given);
    return this;
  }

  /** Sets how long the system may take to answer after its start. */
  public PlanBuilder readyWithin(Duration given) {
    times = new Times(given, times.warmUp(), times.main(), times.recovery(), times.operation());
    return this;
  }

  /** Sets the operations a second of all clients together. */
  public PlanBuilder rate(double given) {
    rate = given;
    return this;
  }

  /** Sets the number of client workers; rounded up to a multiple of the nodes. */
  public PlanBuilder clients(int given) {
    if (given < 1 || given > Plan.MAX_CLIENTS) {
      throw new IllegalArgumentException(
          "clients: from 1 to " + Plan.MAX_CLIENTS + ", got " + given);
    }
    clients = given;
    return this;
  }

  /** Sets whom clients ask. */
  public PlanBuilder routing(Routing given) {
    routing = given;
    return this;
  }

  /** Sets the seed. */
  public PlanBuilder seed(long given) {
    seed = given;
    return this;
  }

  /** Sets what is broken in the harness itself. */
  public PlanBuilder sabotage(Sabotage given) {
    sabotage = given;
    return this;
  }

  /** Sets which share of every kind of damage the checker must surely have caught. */
  public PlanBuilder minPower(double given) {
    minPower = given;
    return this;
  }

  /** Sets what a violation seen while the run is under way does to it. */
  public PlanBuilder onViolation(OnViolation given) {
    onViolation = given;
    return this;
  }

  /**
   * Returns the plan.
   *
   * @throws IllegalArgumentException with one sentence when it cannot be run
   */
  public Plan build() {
    int wanted = clients == 0 ? DEFAULT_CLIENTS_PER_NODE * nodes : clients;
    int perNode = nodes < 1 ? 1 : Math.max(1, (wanted + nodes - 1) / nodes);
    return new Plan(
        name,
        on,
        system,
        nodes,
        workload,
        options,
        schedule,
        times,
        rate,
        perNode * nodes,
        routing,
        seed,
        sabotage,
        minPower,
        onViolation);
  }
}
