package io.quorate.cluster;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Quotes words for a POSIX shell (POSIX.1-2017, Shell Command Language 2.2.2).
 *
 * <p>Everything between single quotes is literal, and a single quote itself is written as {@code
 * '\''}. No other character needs care, so hostile text stays one word.
 */
public final class Shell {
  private Shell() {}

  /**
   * Returns {@code word} so that the shell reads exactly {@code word} as one argument.
   *
   * @throws IllegalArgumentException if it holds a NUL, which no argument of a process can hold
   */
  public static String quote(String word) {
    if (word.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("an argument cannot hold a NUL character");
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /** Returns {@code words}, each quoted, joined by blanks. */
  public static String quoteAll(List<String> words) {
    return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
  }
}
