package io.quorate.results.evidence;

import java.util.Locale;

/** Numbers and durations within sentences. */
final class Words {
  private Words() {}

  /** Returns {@code 1 operation}, {@code 12,345 operations}. */
  static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** Returns {@code 12,345}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns {@code 0.35 s}, {@code 12.0 s}. */
  static String seconds(long nanos) {
    double seconds = nanos / 1e9;
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
  }
}
