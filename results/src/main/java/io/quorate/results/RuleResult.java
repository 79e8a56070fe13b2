package io.quorate.results;

/**
 * What became of one availability or performance rule.
 *
 * @param rule its name: {@code longest outage}, ...
 * @param state kept, broken, or not to be told
 * @param sentence the limit and what was measured
 */
public record RuleResult(String rule, State state, String sentence) {
  /** What became of it. */
  public enum State {
    /** The measure is within the limit. */
    KEPT,
    /** The measure is beyond the limit, and nothing but the system explains it. */
    BROKEN,
    /** The measure is beyond the limit, but the toolkit itself stood still meanwhile. */
    UNDECIDED
  }
}
