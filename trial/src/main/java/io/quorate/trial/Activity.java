package io.quorate.trial;

import io.quorate.nemesis.Step;
import java.util.List;

/** What the director of the nemesis is doing. */
sealed interface Activity {
  /** Between two steps. */
  record Between() implements Activity {}

  /** Lets time pass. */
  record Waiting(long untilNanos) implements Activity {}

  /** Looks for the targets of a fault, by role. */
  record Resolving(Step.Inject step, String id, long deadlineNanos) implements Activity {}

  /** The world injects. */
  record Injecting(InForce fault) implements Activity {}

  /**
   * Waits for the cluster to reach a state.
   *
   * @param everyNanos how often the nodes are asked
   */
  record Awaiting(Awaited awaited, long deadlineNanos, long everyNanos) implements Activity {}

  /**
   * Directs reads at nodes.
   *
   * @param nodes their indices
   * @param left how many rounds are still to come
   */
  record Reading(Step.Reads step, String key, List<Integer> nodes, int left, long nextNanos)
      implements Activity {}

  /** The world looks a last time before the fault is lifted. */
  record LookingLast(InForce fault) implements Activity {}

  /** The world lifts. */
  record Lifting(InForce fault) implements Activity {}

  /** All steps are done, and nothing is in force. */
  record Finished() implements Activity {}
}
