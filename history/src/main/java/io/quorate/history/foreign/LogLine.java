package io.quorate.history.foreign;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation within a line of a log: {@code process :type :function}.
 *
 * @param valueAt where the rest of the line begins
 */
record LogLine(long process, Event.Type type, String function, int valueAt) {
  private static final Map<String, Event.Type> TYPES =
      Map.of(
          ":invoke", Event.Type.INVOKE,
          ":ok", Event.Type.OK,
          ":fail", Event.Type.FAIL,
          ":info", Event.Type.INFO);

  /** Returns the first operation of a client in {@code line}, or null where there is none. */
  static @Nullable LogLine find(String line) {
    String before = "";
    int at = 0;
    while (at < line.length()) {
      int from = skip(line, at);
      int to = wordEnd(line, from);
      Event.Type type = TYPES.get(line.substring(from, to));
      if (type != null && isNumber(before)) {
        int name = skip(line, to);
        int nameEnd = wordEnd(line, name);
        return name + 1 < nameEnd && line.charAt(name) == ':'
            ? new LogLine(Long.parseLong(before), type, line.substring(name + 1, nameEnd), nameEnd)
            : null;
      }
      before = line.substring(from, to);
      at = to;
    }
    return null;
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty()
        && word.length() <= 18
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static int skip(String line, int from) {
    int at = from;
    while (at < line.length() && isSpace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String line, int from) {
    int at = from;
    while (at < line.length() && !isSpace(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }
}
