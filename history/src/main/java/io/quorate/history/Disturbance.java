package io.quorate.history;

import java.util.List;

/**
 * Something that disturbed the run from one moment to another, with the proof that it did.
 *
 * <p>Mostly a fault of the nemesis; also a {@link #HARNESS_STALL} of the toolkit itself, which
 * excuses latencies but proves nothing. Times are nanoseconds from the start, {@link #NEVER} where
 * the phase was not reached.
 *
 * @param id unique in the run: {@code f1}, {@code f2}, ...
 * @param fault the kind and target in words: {@code partition isolate n3 with c3}
 * @param plannedNanos when the schedule asked for it
 * @param commandedNanos when the world was told
 * @param confirmedNanos when evidence showed it in force
 * @param liftedNanos when the world was told to lift it
 * @param confirmedLiftedNanos when evidence showed it gone
 * @param links the directed links it takes, empty for other kinds
 * @param nodes the nodes it strikes, empty for network faults
 * @param evidence what was seen, in the order of looking
 */
public record Disturbance(
    String id,
    String fault,
    long plannedNanos,
    long commandedNanos,
    long confirmedNanos,
    long liftedNanos,
    long confirmedLiftedNanos,
    List<Link> links,
    List<String> nodes,
    List<Evidence> evidence) {
  /** A time that never came. */
  public static final long NEVER = -1;

  /** The {@code fault} text of a stall of the toolkit's own process. */
  public static final String HARNESS_STALL = "harness stall";

  /** Keeps its own copies of the lists. */
  public Disturbance {
    links = List.copyOf(links);
    nodes = List.copyOf(nodes);
    evidence = List.copyOf(evidence);
  }

  /** Whether it was seen in force, and every look while it was meant to be in force saw it. */
  public boolean proven() {
    return confirmedNanos != NEVER && evidence.stream().allMatch(Evidence::proven);
  }
}
