package io.quorate.results;

/**
 * What one node said of itself at one moment of the run, for the strip of roles under the charts.
 *
 * @param node which node
 * @param atNanos when, from the start of the run
 * @param role what it believed to be: {@code leader}, {@code candidate}, {@code follower}, or
 *     {@code unknown} when it gave no answer
 * @param term its term
 */
public record RoleSample(String node, long atNanos, String role, long term) {
  /** The role of a node that leads. */
  public static final String LEADER = "leader";
}
