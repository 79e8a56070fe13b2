package io.quorate.history.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The constants of an enumeration as words of the file: {@code CONFIRMED_LIFTED} is written
 * confirmed-lifted.
 */
final class Words<E extends Enum<E>> {
  private final String subject;
  private final Map<String, E> constants = new TreeMap<>();

  Words(String subject, E[] all) {
    this.subject = subject;
    Arrays.stream(all).forEach(constant -> constants.put(word(constant), constant));
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the constant that {@code word}, which ends at {@code offset}, stands for. */
  E constant(String word, int offset) {
    E constant = constants.get(word);
    if (constant == null) {
      throw new MalformedLineException(
          offset, "an unknown " + subject, "one of " + String.join(", ", constants.keySet()));
    }
    return constant;
  }
}
