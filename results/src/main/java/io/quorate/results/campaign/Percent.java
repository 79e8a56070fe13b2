package io.quorate.results.campaign;

import java.util.Locale;

/** Shares as people read them. */
final class Percent {
  private Percent() {}

  /** Rounded up, so that "under" stays true. */
  static String atMost(double share) {
    double percent = Math.ceil(share * 1_000 - 1e-9) / 10;
    return percent == Math.rint(percent)
        ? String.format(Locale.ROOT, "%.0f %%", percent)
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  static String of(double share) {
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
