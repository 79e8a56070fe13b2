package io.quorate.cluster.ledger;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of a ledger: a JSON object (RFC 8259) whose values are strings and nothing else.
 *
 * <p>Written here because the module has no JSON library and this form needs a page. Every
 * character but a few is written as it is; control characters, quotes and backslashes are escaped,
 * so a line is always one line.
 */
final class FlatJson {
  private final String text;
  private int at;

  private FlatJson(String text) {
    this.text = text;
  }

  static String write(Map<String, String> object) {
    StringBuilder line = new StringBuilder("{");
    for (Map.Entry<String, String> member : object.entrySet()) {
      if (line.length() > 1) {
        line.append(',');
      }
      writeString(line, member.getKey());
      line.append(':');
      writeString(line, member.getValue());
    }
    return line.append('}').toString();
  }

  private static void writeString(StringBuilder line, String value) {
    line.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) || c == 0x7f) {
        line.append(String.format("\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    line.append('"');
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is not such an object, with the column
   */
  static SortedMap<String, String> read(String line) {
    return new FlatJson(line).object();
  }

  private SortedMap<String, String> object() {
    SortedMap<String, String> object = new TreeMap<>();
    expect('{');
    if (peek() != '}') {
      do {
        String name = string();
        expect(':');
        if (object.put(name, string()) != null) {
          throw malformed("a name stands twice");
        }
      } while (accept(','));
    }
    expect('}');
    if (at != text.length()) {
      throw malformed("text after the end");
    }
    return object;
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (peek() != '"') {
      char c = next();
      value.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    return value.toString();
  }

  private char escaped() {
    char c = next();
    if (c == '"' || c == '\\') {
      return c;
    }
    if (c != 'u' || at + 4 > text.length()) {
      throw malformed("an escape that is never written");
    }
    String digits = text.substring(at, at + 4);
    at += 4;
    try {
      return (char) Integer.parseInt(digits, 16);
    } catch (NumberFormatException e) {
      throw malformed("not four hexadecimal digits");
    }
  }

  private boolean accept(char wanted) {
    if (peek() == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    if (!accept(wanted)) {
      throw malformed("expected " + wanted);
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private char next() {
    if (at >= text.length()) {
      throw malformed("the line ends early");
    }
    return text.charAt(at++);
  }

  private IllegalArgumentException malformed(String why) {
    return new IllegalArgumentException("column " + (at + 1) + ": " + why);
  }
}
