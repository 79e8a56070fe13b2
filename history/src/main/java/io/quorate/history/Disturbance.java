package io.quorate.history;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Something that disturbed the run from one moment to another, with the proof that it did.
 *
 * <p>Mostly a fault of the nemesis; also a {@link #HARNESS_STALL} of the toolkit itself, which
 * excuses latencies but proves nothing. Times are nanoseconds from the start, {@link #NEVER} where
 * the phase was not reached.
 *
 * @param id unique in the run: {@code f1}, {@code f2}, ...
 * @param fault the kind and target in words: {@code partition isolate n3 with c3}
 * @param fate what became of it
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
    Fate fate,
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

  /** A disturbance taken as soon as the world was told or evidence showed it in force. */
  public Disturbance(
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
    this(
        id,
        fault,
        commandedNanos == NEVER && confirmedNanos == NEVER ? Fate.WAITING : Fate.TAKEN,
        plannedNanos,
        commandedNanos,
        confirmedNanos,
        liftedNanos,
        confirmedLiftedNanos,
        links,
        nodes,
        evidence);
  }

  /** Whether it was seen in force, and every look while it was meant to be in force saw it. */
  public boolean proven() {
    return fate == Fate.TAKEN
        && confirmedNanos != NEVER
        && evidence.stream().allMatch(Evidence::proven);
  }

  /** Whether it is a stall of the toolkit itself and no fault of the plan. */
  public boolean isHarnessStall() {
    return fault.equals(HARNESS_STALL);
  }

  /** Returns from when on it may have been felt, {@link #NEVER} when it never was in force. */
  public long fromNanos() {
    return LongStream.of(commandedNanos, confirmedNanos)
        .filter(t -> t != NEVER)
        .min()
        .orElse(NEVER);
  }

  /** Returns until when it may have been felt, {@link #NEVER} when the record ends before. */
  public long untilNanos() {
    return confirmedLiftedNanos != NEVER ? confirmedLiftedNanos : liftedNanos;
  }

  /** What became of a disturbance. */
  public enum Fate {
    /** The schedule asked for it, and the record ends before anything came of it. */
    WAITING,
    /** The world was told to inject it. */
    TAKEN,
    /** No target answered to its role within the patience. */
    NOT_TAKEN,
    /** The world could not inject it, or could not lift it. It stays failed. */
    FAILED;

    Fate then(Entry.Phase phase) {
      if (this == FAILED) {
        return FAILED;
      }
      return switch (phase) {
        case PLANNED -> this;
        case NOT_TAKEN -> NOT_TAKEN;
        case FAILED -> FAILED;
        case COMMANDED, CONFIRMED, OBSERVED, LIFTED, CONFIRMED_LIFTED -> TAKEN;
      };
    }
  }
}
