package io.quorate.results;

import org.jspecify.annotations.Nullable;

/**
 * What one rule of evidence says about a run: whether its green would mean something.
 *
 * @param rule the rule's short name, stable over versions: {@code proof}, {@code exercise}, ...
 * @param status whether the rule is met
 * @param fault id of the fault it speaks of, or null when of the whole run
 * @param sentence what was found, for people
 */
public record Finding(String rule, Status status, @Nullable String fault, String sentence) {
  /** Whether a rule is met. */
  public enum Status {
    /** The run has what the rule asks for. */
    MET,
    /** The run lacks it: without a violation the run is inconclusive. */
    MISSING,
    /** Met or not does not decide it, but somebody has to look: it smells of a violation. */
    SUSPICIOUS,
    /** Worth knowing; decides nothing. */
    NOTE
  }

  /** A rule that is met. */
  public static Finding met(String rule, @Nullable String fault, String sentence) {
    return new Finding(rule, Status.MET, fault, sentence);
  }

  /** A rule that is not. */
  public static Finding missing(String rule, @Nullable String fault, String sentence) {
    return new Finding(rule, Status.MISSING, fault, sentence);
  }

  /** A rule that is met if {@code met}. */
  public static Finding of(boolean met, String rule, @Nullable String fault, String sentence) {
    return met ? met(rule, fault, sentence) : missing(rule, fault, sentence);
  }

  /** Something worth knowing. */
  public static Finding note(String rule, @Nullable String fault, String sentence) {
    return new Finding(rule, Status.NOTE, fault, sentence);
  }
}
