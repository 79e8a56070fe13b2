package io.quorate.raft.shell.main;

import java.util.Comparator;
import java.util.List;

/** The known word that a mistyped one most likely means. */
final class Nearest {
  /** What is longer than this is compared by its beginning. */
  private static final int COMPARED_CHARS = 64;

  private Nearest() {}

  static String to(String word, List<String> known) {
    String compared = word.substring(0, Math.min(word.length(), COMPARED_CHARS));
    return known.stream()
        .min(Comparator.comparingInt(each -> distance(compared, each)))
        .orElseThrow();
  }

  /** Levenshtein's: the least number of characters to insert, delete or replace. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
