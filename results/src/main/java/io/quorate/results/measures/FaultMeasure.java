package io.quorate.results.measures;

import io.quorate.history.Disturbance;
import java.util.List;

/**
 * What one fault did.
 *
 * @param fault the fault as recorded
 * @param kind its sort
 * @param inForce when it was surely in force
 * @param sides the parts it left, those with a majority first
 * @param tallies all clients together, while in force
 * @param outage all clients together
 * @param majorityLeft whether this fault, together with every other that overlapped it, left nodes
 *     that could serve
 * @param stalls ids of harness stalls between its command and its recovery: the numbers here are
 *     then partly the toolkit's own
 */
public record FaultMeasure(
    Disturbance fault,
    FaultKind kind,
    Window inForce,
    List<SideMeasure> sides,
    Tallies tallies,
    Outage outage,
    boolean majorityLeft,
    List<String> stalls) {
  /** Keeps its own copies. */
  public FaultMeasure {
    sides = List.copyOf(sides);
    stalls = List.copyOf(stalls);
  }

  /** Whether it was seen in force. */
  public boolean landed() {
    return fault.confirmedNanos() != Disturbance.NEVER;
  }

  /** Whether a harness stall blurs its numbers. */
  public boolean stalled() {
    return !stalls.isEmpty();
  }
}
