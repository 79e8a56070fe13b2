package io.quorate.results.evidence;

import java.util.Locale;

/** Numbers and durations within sentences. */
final class Words {
  private Words() {}

  /** Returns {@code 1 operation}, {@code 12,345 operations}. */
  static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** Returns {@code words} as a sentence: with a capital at its beginning and a stop at its end. */
  static String sentence(String words) {
    if (words.isEmpty()) {
      return words;
    }
    String capital = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    return capital.endsWith(".") ? capital : capital + ".";
  }

  /** Returns {@code 12,345}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns {@code 5.0 ms}, {@code 350 ms}, {@code 1.25 s}, {@code 12.0 s}. */
  static String duration(long nanos) {
    double ms = nanos / 1e6;
    if (ms < 1000) {
      return String.format(Locale.ROOT, ms < 10 ? "%.1f ms" : "%.0f ms", ms);
    }
    return String.format(Locale.ROOT, ms < 10_000 ? "%.2f s" : "%.1f s", ms / 1000);
  }
}
