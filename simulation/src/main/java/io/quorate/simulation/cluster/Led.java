package io.quorate.simulation.cluster;

/**
 * A time in which a running server took itself for the leader.
 *
 * @param node which one
 * @param term of which term
 * @param fromNanos since when, from the beginning of the simulation
 * @param toNanos until when: it stepped down, or its process ended or was stopped
 */
public record Led(String node, long term, long fromNanos, long toNanos) {
  /** Whether it goes on. */
  public static final long STILL = Long.MAX_VALUE;
}
