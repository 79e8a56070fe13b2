package io.quorate.results.measures;

import io.quorate.history.Completion;

/**
 * The latencies of the operations of one function that ended in one way.
 *
 * @param function which function
 * @param ending how they ended; the times of {@code INFO} are those until the client gave up
 * @param scope which part of the run
 * @param fromDue counted from the intended start: what a user who came on time has waited
 * @param fromSend counted from the invocation: what the system took once it was asked
 */
public record LatencyRow(
    String function, Completion.Kind ending, Scope scope, Latency fromDue, Latency fromSend) {
  /** Which part of the run. */
  public enum Scope {
    /** The whole run. */
    ALL,
    /** Operations that no fault overlaps, from its command to its proven end. */
    CALM,
    /** Operations that a fault overlaps. */
    FAULTY
  }
}
