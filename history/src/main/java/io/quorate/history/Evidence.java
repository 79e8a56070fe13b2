package io.quorate.history;

import java.util.List;
import java.util.Optional;

/**
 * What was seen of a disturbance at one moment, independent of the tool that caused it.
 *
 * @param moment when it was looked
 * @param proven whether what was seen is what the moment demands: the fault is there {@code
 *     AFTER_CUT}, {@code HALF_WAY} and {@code BEFORE_HEAL}, gone {@code BEFORE_CUT} and {@code
 *     AFTER_HEAL}
 * @param note one sentence for people: what was looked at and what was found
 * @param probes the nonces sent for a network fault, empty for other kinds
 */
public record Evidence(Moment moment, boolean proven, String note, List<Probe> probes) {
  private static final String LEADER = "leader: ";

  /** Keeps its own copy of {@code probes}. */
  public Evidence {
    probes = List.copyOf(probes);
  }

  /** Returns what was seen before a cut: that {@code node} claimed to lead. */
  public static Evidence ofLeader(String node) {
    return new Evidence(Moment.BEFORE_CUT, true, LEADER + node, List.of());
  }

  /** Returns the node that {@link #ofLeader} names; empty for any other evidence. */
  public Optional<String> leader() {
    return moment == Moment.BEFORE_CUT && note.startsWith(LEADER)
        ? Optional.of(note.substring(LEADER.length()))
        : Optional.empty();
  }

  /** The moments of a disturbance at which it is looked. */
  public enum Moment {
    /** Before the fault is injected. */
    BEFORE_CUT,
    /** Right after the fault was injected. */
    AFTER_CUT,
    /** In the middle of its planned duration. */
    HALF_WAY,
    /** Right before it is lifted. */
    BEFORE_HEAL,
    /** After it was lifted. */
    AFTER_HEAL
  }

  /**
   * A nonce sent along one directed link and looked for in the receiver's own account.
   *
   * @param link the direction it was sent in
   * @param arrived whether the receiver reports it, over the control path
   */
  public record Probe(Link link, boolean arrived) {}
}
