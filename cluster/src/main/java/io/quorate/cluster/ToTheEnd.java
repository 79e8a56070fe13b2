package io.quorate.cluster;

import java.util.List;

/** Undoes several things, all of them, even when some of them fail. */
public final class ToTheEnd {
  private ToTheEnd() {}

  /**
   * Runs every step in order.
   *
   * @throws RuntimeException the first failure, after the last step, with the others suppressed
   */
  public static void run(List<Runnable> steps) {
    RuntimeException first = null;
    for (Runnable step : steps) {
      try {
        step.run();
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
