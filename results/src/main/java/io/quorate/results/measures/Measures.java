package io.quorate.results.measures;

import io.quorate.history.Disturbance;
import java.util.List;

/**
 * All numbers of a run.
 *
 * @param endNanos the last moment anything was recorded
 * @param operations how many operations were invoked
 * @param tallies how they ended, by function
 * @param latencies by function, ending and part of the run
 * @param rates completions over time
 * @param faults every fault that was commanded, in the order of the history
 * @param notTaken faults that the schedule asked for and that were never commanded
 * @param stalls the toolkit's own pauses
 * @param okAfterLastLift operations invoked after the last fault was lifted that ended ok; all ok
 *     ones where there was no fault
 */
public record Measures(
    long endNanos,
    long operations,
    Tallies tallies,
    List<LatencyRow> latencies,
    Rates rates,
    List<FaultMeasure> faults,
    List<Disturbance> notTaken,
    List<Disturbance> stalls,
    long okAfterLastLift) {
  /** Keeps its own copies. */
  public Measures {
    latencies = List.copyOf(latencies);
    faults = List.copyOf(faults);
    notTaken = List.copyOf(notTaken);
    stalls = List.copyOf(stalls);
  }
}
