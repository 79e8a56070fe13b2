package io.quorate.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a history as it is recorded; its order number {@code i} is given on appending.
 *
 * <p>Times are nanoseconds from the start of the run on the monotonic clock.
 */
public sealed interface Entry {
  /** When it happened. */
  long timeNanos();

  /**
   * A process asks. On disk before the client sends.
   *
   * @param dueNanos intended start; latency counted from here knows no coordinated omission
   * @param node the node the client starts at, or null when it has no preference
   */
  record Invoked(
      long timeNanos, long dueNanos, long process, Invocation invocation, @Nullable String node)
      implements Entry {}

  /**
   * A process has its answer, or gives up.
   *
   * @param node the node that answered, or that was asked last
   */
  record Completed(long timeNanos, long process, Completion completion, @Nullable String node)
      implements Entry {}

  /**
   * A disturbance reaches a phase.
   *
   * @param id the disturbance's id
   * @param fault the kind and target in words
   * @param links directed links concerned
   * @param nodes nodes concerned
   * @param evidence what was seen, for the phases that look
   */
  record Disturbed(
      long timeNanos,
      String id,
      String fault,
      Phase phase,
      List<Link> links,
      List<String> nodes,
      @Nullable Evidence evidence)
      implements Entry {
    /** Keeps its own copies of the lists. */
    public Disturbed {
      links = List.copyOf(links);
      nodes = List.copyOf(nodes);
    }
  }

  /** The phases of a disturbance, in their order. */
  enum Phase {
    /** The schedule asks for it. */
    PLANNED,
    /** The schedule asked, and no target answered to its role within the patience. */
    NOT_TAKEN,
    /** The world is told to inject it. */
    COMMANDED,
    /** Evidence shows it in force. */
    CONFIRMED,
    /** It was looked at again, half-way or before the heal. */
    OBSERVED,
    /** The world is told to lift it. */
    LIFTED,
    /** Evidence shows it gone. */
    CONFIRMED_LIFTED,
    /** The world could not inject or lift it; the evidence's note says why. */
    FAILED
  }
}
