package io.quorate.results.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes well-formed markup, element by element. Names of elements and attributes are ours; every
 * text and every value of an attribute is escaped, so that nothing in a history can become markup.
 */
final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; {@code attributes} are names and values in turn. */
  Html open(String element, String... attributes) {
    tag(element, attributes);
    out.append('>');
    open.push(element);
    return this;
  }

  /** Writes an element that holds nothing. */
  Html empty(String element, String... attributes) {
    tag(element, attributes);
    out.append("/>");
    return this;
  }

  /** Closes the element opened last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Writes an element with {@code text} in it. */
  Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Writes {@code text}. */
  Html text(String text) {
    escape(text);
    return this;
  }

  /** Begins a new line of the file, for people who read its source. */
  Html line() {
    out.append('\n');
    return this;
  }

  /** Returns the page; every element must have been closed. */
  String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return "<!DOCTYPE html>\n" + out + "\n";
  }

  private void tag(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    text.codePoints().forEach(this::escape);
  }

  private void escape(int c) {
    switch (c) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\n', '\t' -> out.appendCodePoint(c);
      default -> {
        if (visible(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(String.format("\\u%04x", c));
        }
      }
    }
  }

  /**
   * Whether a character shows itself and nothing else: controls and turners of direction do not.
   */
  static boolean visible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
