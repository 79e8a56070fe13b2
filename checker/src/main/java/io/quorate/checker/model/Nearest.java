package io.quorate.checker.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The known word that a wrong one is nearest to, by Levenshtein's distance. */
final class Nearest {
  private static final int LONGEST = 60;

  private Nearest() {}

  /**
   * Returns one that {@code word} is a part of, else the one that takes the fewest changes, at most
   * half the letters of the shorter.
   */
  static Optional<String> of(String word, List<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(each -> changes(word, each) <= Math.min(word.length(), each.length()) / 2)
        .min(Comparator.comparingInt(each -> changes(word, each)));
  }

  private static int changes(String word, String each) {
    return word.length() > 2 && each.contains(word) ? 0 : distance(word, each);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
