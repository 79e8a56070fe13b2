package io.quorate.simulation;

/** Takes the traces of simulated servers. */
@FunctionalInterface
public interface TraceSink {
  /**
   * A line of a server's trace, as a real one writes it (docs/raft-trace.md), with its line break;
   * its time is virtual, since the beginning of the simulation.
   */
  void line(String node, String line);
}
