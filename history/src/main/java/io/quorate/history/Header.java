package io.quorate.history;

import java.util.List;

/**
 * The first line of a history: what is needed to judge it without the plan.
 *
 * @param version of the file form
 * @param model name of the model of one object: {@code register}, {@code cas-register}, ...
 * @param failedCas whether a cas that failed with {@link Completion.Fail#MISMATCH} is an
 *     observation ({@code observe}) or did not happen ({@code ignore})
 * @param seed of the run
 * @param nodes the nodes in their order
 */
public record Header(
    int version, String model, FailedCas failedCas, long seed, List<String> nodes) {
  /** The version this code writes. */
  public static final int CURRENT_VERSION = 1;

  /** The header of a file that was cut within its first line: nothing was recorded yet. */
  public static final Header TORN =
      new Header(CURRENT_VERSION, "unknown", FailedCas.IGNORE, 0, List.of());

  /** Keeps its own copy of {@code nodes}. */
  public Header {
    nodes = List.copyOf(nodes);
  }

  /** What a refused compare-and-set says about the register. */
  public enum FailedCas {
    /** Nothing: it did not happen. */
    IGNORE,
    /** The value differed from the expected one at one moment within the operation. */
    OBSERVE
  }
}
