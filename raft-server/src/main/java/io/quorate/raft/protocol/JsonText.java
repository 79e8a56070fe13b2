package io.quorate.raft.protocol;

/** The little JSON that traces and status pages need: texts, whole numbers, flags. */
public final class JsonText {
  private JsonText() {}

  /** Adds a number, a flag or a text. */
  public static void value(Object value, StringBuilder out) {
    switch (value) {
      case Long number -> out.append(number.longValue());
      case Integer number -> out.append(number.intValue());
      case Boolean flag -> out.append(flag.booleanValue());
      case String text -> quote(text, out);
      default -> throw new IllegalArgumentException("no value of a trace: " + value.getClass());
    }
  }

  /** Adds a text between quotes. */
  public static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
