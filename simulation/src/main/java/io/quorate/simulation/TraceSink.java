package io.quorate.simulation;

/** Takes the traces of simulated servers, as docs/raft-trace.md says. */
@FunctionalInterface
public interface TraceSink {
  /** Keeps none of them. */
  TraceSink NOBODY = (node, atNanos, kind, term, index, fields) -> {};

  /**
   * A line of a server's trace.
   *
   * @param atNanos virtual time since the beginning of the simulation
   * @param fields names and values by turns
   */
  void noted(String node, long atNanos, String kind, long term, long index, Object... fields);
}
