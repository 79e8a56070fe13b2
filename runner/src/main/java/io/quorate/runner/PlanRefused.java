package io.quorate.runner;

/**
 * The plan asks for what the world, the system or the toolkit does not have; nothing was started.
 */
public final class PlanRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Refuses with one sentence: what is missing, why, and what would do. */
  public PlanRefused(String sentence) {
    super(sentence);
  }
}
