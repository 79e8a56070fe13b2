package io.quorate.cluster;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a world cannot do, each with the reason and the remedy in one sentence; it can do the rest.
 *
 * @param lacks the sentence for each capability that is missing
 */
public record Capabilities(SortedMap<Capability, String> lacks) {
  /** A world that can do everything. */
  public static final Capabilities ALL = new Capabilities(new TreeMap<>());

  /**
   * A world of real processes that can cut and delay links: all that needs no machine of memory.
   */
  public static final Capabilities OF_PROCESSES = without(simulatedOnly());

  /** Keeps its own copy. */
  public Capabilities {
    lacks = new TreeMap<>(lacks);
  }

  /** Returns a world's capabilities without these. */
  public static Capabilities without(Map<Capability, String> lacks) {
    return new Capabilities(new TreeMap<>(lacks));
  }

  /** Returns these capabilities without {@code more} as well. */
  public Capabilities butNot(Map<Capability, String> more) {
    SortedMap<Capability, String> all = lacks();
    all.putAll(more);
    return new Capabilities(all);
  }

  private static Map<Capability, String> simulatedOnly() {
    String remedy = " by this version in a world of real processes; use --on simulation";
    return Map.of(
        Capability.POWER_LOSS, "the power of a machine cannot be cut" + remedy,
        Capability.WIPE, "disks are not emptied" + remedy,
        Capability.CORRUPT, "disks are not damaged" + remedy,
        Capability.MEMBERSHIP, "the cluster's members are not changed" + remedy,
        Capability.CLOCK, "clocks are not changed" + remedy,
        Capability.SLOW_DISK, "disks are not made slow" + remedy,
        Capability.DISTURB_LINKS, "single messages are not lost or doubled" + remedy);
  }

  /** Returns why a plan that needs {@code wanted} is refused here; absent if it is not. */
  public Optional<String> refusal(Capability wanted) {
    return Optional.ofNullable(lacks.get(wanted));
  }

  @Override
  public SortedMap<Capability, String> lacks() {
    return new TreeMap<>(lacks);
  }
}
