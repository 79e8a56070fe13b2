package io.quorate.history.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Remembers short ASCII texts by their bytes: the names, functions, keys and nodes of a history
 * come again in every line and need be built only once.
 */
final class ShortTexts {
  private static final int LONGEST = 24;
  private static final int SLOTS = 512;

  private final byte[][] seen = new byte[SLOTS][];
  private final String[] texts = new String[SLOTS];

  ShortTexts() {
    Arrays.fill(texts, "");
    Arrays.fill(seen, new byte[0]);
  }

  /** Returns the text of the ASCII bytes from {@code from} to before {@code to}. */
  String get(byte[] bytes, int from, int to) {
    if (to - from > LONGEST) {
      return new String(bytes, from, to - from, ISO_8859_1);
    }
    int hash = to - from;
    for (int n = from; n < to; n++) {
      hash = 31 * hash + bytes[n];
    }
    int slot = (hash ^ hash >>> 9) & (SLOTS - 1);
    byte[] known = seen[slot];
    if (Arrays.equals(known, 0, known.length, bytes, from, to)) {
      return texts[slot];
    }
    seen[slot] = Arrays.copyOfRange(bytes, from, to);
    texts[slot] = new String(bytes, from, to - from, ISO_8859_1);
    return texts[slot];
  }
}
