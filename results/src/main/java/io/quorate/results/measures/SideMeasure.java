package io.quorate.results.measures;

import java.util.List;

/**
 * What the clients of one side did while a fault was in force.
 *
 * @param side the part of the cluster
 * @param tallies operations invoked while it was in force, by function; ends count when they came
 *     in force too
 * @param outage how long these clients went without an ok
 * @param okWithoutMajority rows of the history of operations that change state and were
 *     acknowledged by this side though it has no majority, at most {@link #LISTED}
 */
public record SideMeasure(
    Side side, Tallies tallies, Outage outage, List<Integer> okWithoutMajority) {
  /** How many suspicious operations are listed by row. */
  public static final int LISTED = 10;

  /** Keeps its own copy. */
  public SideMeasure {
    okWithoutMajority = List.copyOf(okWithoutMajority);
  }
}
