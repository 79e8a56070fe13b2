package io.quorate.runner.conduct;

import io.quorate.cluster.Capabilities;
import io.quorate.cluster.Capability;
import io.quorate.cluster.World;
import io.quorate.cluster.hosts.HostSpec;
import io.quorate.cluster.hosts.HostsWorld;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.local.LocalWorld;
import io.quorate.cluster.proxy.LinkProxies.Hearing;
import io.quorate.nemesis.Schedule;
import io.quorate.runner.plan.Plan;
import java.nio.file.Path;
import java.util.List;

/**
 * The worlds of this toolkit in real time.
 *
 * @param hosts the hosts that the plan's file names, empty for {@code local}
 */
public record PlanWorlds(List<HostSpec> hosts) implements Worlds {
  /** The name of the world that needs nothing but Java. */
  public static final String LOCAL = "local";

  /** The name of the world of virtual time, which opens no host. */
  public static final String SIMULATION = "simulation";

  /** Keeps its own copy. */
  public PlanWorlds {
    hosts = List.copyOf(hosts);
  }

  @Override
  public World open(Plan plan, Path folder, Ledger ledger) {
    if (!plan.on().equals(LOCAL)) {
      return HostsWorld.open(plan.on(), hosts.subList(0, plan.nodes()), ledger);
    }
    Hearing hearing = plan.sabotage() == Plan.Sabotage.DEAF_LINKS ? Hearing.DEAF : Hearing.SOUND;
    return LocalWorld.open(folder.resolve("hosts"), plan.nodes(), plan.seed(), hearing, ledger);
  }

  /** Returns what {@code schedule} needs that no world of real processes has so far, in words. */
  public static List<String> missingOnProcesses(Schedule schedule) {
    return Needs.missing(schedule, Capabilities.OF_PROCESSES).stream()
        .map(Capability::words)
        .toList();
  }

  /**
   * Refuses {@code plan} where its world cannot do what its schedule needs.
   *
   * @throws PlanRefused with one sentence
   */
  public static void requireFit(Plan plan) {
    Capabilities world =
        switch (plan.on()) {
          case SIMULATION -> Capabilities.ALL;
          case LOCAL -> Capabilities.OF_PROCESSES;
          default -> HostsWorld.CAPABILITIES;
        };
    Needs.require(plan.schedule(), world);
  }
}
