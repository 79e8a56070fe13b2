package io.quorate.raft.sim;

import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The servers' monotonic clocks, each at a rate of its own. */
final class Clocks {
  private static final long PER_MILLION = 1_000_000;

  /** Two clocks drift apart by less than a tenth: what a leader lease allows for. */
  private static final int MOST_OFF = 45_000;

  private final Map<String, Long> rates = new TreeMap<>();
  private final boolean lease;

  private Clocks(boolean lease) {
    this.lease = lease;
  }

  /** All at the right rate, and nobody trusts them. */
  static Clocks right() {
    return new Clocks(false);
  }

  /** Some fast, some slow; leases in half of the clusters. */
  static Clocks drifting(RandomGenerator random, Iterable<String> nodes) {
    Clocks clocks = new Clocks(random.nextBoolean());
    for (String node : nodes) {
      clocks.rates.put(node, PER_MILLION - MOST_OFF + random.nextInt(2 * MOST_OFF + 1));
    }
    return clocks;
  }

  /** Whether the servers rest reads on them. */
  boolean lease() {
    return lease;
  }

  /** Whether this is a cluster of the newer kind: seeds of the older ones keep their meaning. */
  boolean drift() {
    return !rates.isEmpty();
  }

  /** What the node's clock shows at {@code nanos} of true time. */
  long shows(String node, long nanos) {
    return Math.multiplyExact(nanos / 1000, rate(node)) / 1000;
  }

  /** How long {@code nanos} on the node's clock truly take. */
  long takes(String node, long nanos) {
    return Math.multiplyExact(nanos, PER_MILLION) / rate(node);
  }

  private long rate(String node) {
    return rates.getOrDefault(node, PER_MILLION);
  }
}
