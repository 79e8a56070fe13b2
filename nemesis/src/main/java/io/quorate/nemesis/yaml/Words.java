package io.quorate.nemesis.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Words of people in sentences of ours: shown without harm, and compared with the known ones. */
public final class Words {
  /** How much of a foreign text a sentence shows. */
  public static final int MAX_SHOWN = 60;

  private Words() {}

  /** Returns {@code foreign} in quotes, shortened, control characters made visible. */
  public static String quoted(String foreign) {
    StringBuilder shown = new StringBuilder("\"");
    foreign
        .codePoints()
        .limit(MAX_SHOWN)
        .forEach(c -> {
          if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
            shown.append("\\u%04x".formatted(c));
          } else {
            shown.appendCodePoint(c);
          }
        });
    boolean cut = foreign.codePointCount(0, foreign.length()) > MAX_SHOWN;
    return shown.append(cut ? "...\"" : "\"").toString();
  }

  /** Returns {@code , did you mean "x"?} when a known word is near, and the known ones. */
  public static String remedy(String word, Collection<String> known) {
    String all = "known here: " + String.join(", ", known);
    return nearest(word, known)
        .map(near -> ", did you mean \"" + near + "\"? (" + all + ")")
        .orElse("; " + all);
  }

  /**
   * Returns the nearest known word: one that {@code word} is a part of, else the one that takes the
   * fewest changes, at most half the letters of the shorter.
   */
  public static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> changes(word, candidate) <= shorter(word, candidate) / 2)
        .min(
            Comparator.comparingInt((String candidate) -> changes(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int shorter(String word, String candidate) {
    return Math.min(word.length(), candidate.length());
  }

  private static int changes(String word, String candidate) {
    return word.length() >= 3 && candidate.contains(word) ? 0 : distance(word, candidate);
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    if (a.length() > MAX_SHOWN) {
      return Integer.MAX_VALUE;
    }
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
