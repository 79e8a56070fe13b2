package io.quorate.nemesis;

/**
 * What one node said of itself when it was asked.
 *
 * @param node who was asked
 * @param answered whether it answered in time; all else is meaningless when not
 * @param role what it believes it is
 * @param term its current term
 * @param commit its commit index
 * @param applied its applied index
 * @param atNanos when it answered, nanoseconds from the start of the run
 */
public record NodeView(
    String node, boolean answered, Role role, long term, long commit, long applied, long atNanos) {
  /** What a node believes it is. */
  public enum Role {
    /** Accepts proposals in its term. */
    LEADER,
    /** Asks for votes. */
    CANDIDATE,
    /** Follows. */
    FOLLOWER,
    /** The system has no such notion, or the node did not answer. */
    UNKNOWN
  }

  /** Returns the view of a node that gave no answer. */
  public static NodeView silent(String node, long atNanos) {
    return new NodeView(node, false, Role.UNKNOWN, 0, 0, 0, atNanos);
  }
}
