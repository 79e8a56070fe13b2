package io.quorate.raft.shell.disk;

/** The little JSON a trace needs: texts, whole numbers, flags. */
public final class JsonText {
  private JsonText() {}

  public static void value(Object value, StringBuilder out) {
    switch (value) {
      case Long number -> out.append(number.longValue());
      case Integer number -> out.append(number.intValue());
      case Boolean flag -> out.append(flag.booleanValue());
      case String text -> quote(text, out);
      default -> throw new IllegalArgumentException("no value of a trace: " + value.getClass());
    }
  }

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
