package io.quorate.history.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Decodes the text between two quotes: escapes, and UTF-8 by the table of well-formed byte
 * sequences (Unicode 3.9, table 3-7), which knows no overlong forms and no surrogates. A surrogate
 * alone can only be written as an escape; it is kept, since a Java text can hold it.
 */
final class TextScanner {
  private final ShortTexts shortTexts = new ShortTexts();
  private final StringBuilder decoded = new StringBuilder();
  private byte[] bytes = {};
  private int start;
  private int at;
  private int end;

  /** Returns the text that begins at {@code from}, right after the opening quote. */
  String scan(byte[] document, int origin, int from, int to) {
    bytes = document;
    start = origin;
    at = from;
    end = to;
    while (at < end && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
      at++;
    }
    if (at < end && bytes[at] == '"') {
      return shortTexts.get(bytes, from, at++);
    }
    decoded.setLength(0);
    decoded.append(new String(bytes, from, at - from, ISO_8859_1));
    while (one()) {}
    return decoded.toString();
  }

  /** Returns the offset after the closing quote. */
  int after() {
    return at;
  }

  /** Shows a byte in an error. */
  static String shown(byte b) {
    return b > ' ' && b < 0x7F ? "'" + (char) b + "'" : String.format("byte 0x%02X", b & 0xFF);
  }

  private boolean one() {
    int b = take();
    if (b == '"') {
      return false;
    }
    if (b == '\\') {
      escape();
    } else if (b < ' ') {
      throw error("a control character " + shown((byte) b) + " in a text; it must be escaped");
    } else if (b < 0x80) {
      decoded.append((char) b);
    } else {
      decoded.appendCodePoint(multibyte(b));
    }
    return true;
  }

  private void escape() {
    int b = take();
    switch (b) {
      case '"', '\\', '/' -> decoded.append((char) b);
      case 'b' -> decoded.append('\b');
      case 'f' -> decoded.append('\f');
      case 'n' -> decoded.append('\n');
      case 'r' -> decoded.append('\r');
      case 't' -> decoded.append('\t');
      case 'u' -> decoded.append((char) (hex() << 12 | hex() << 8 | hex() << 4 | hex()));
      default -> throw error("an unknown escape " + shown((byte) b));
    }
  }

  private int hex() {
    int b = take();
    int digit = b < 0x80 ? Character.digit(b, 16) : -1;
    if (digit < 0) {
      throw error("expected a hexadecimal digit but found " + shown((byte) b));
    }
    return digit;
  }

  private int multibyte(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return (lead & 0x1F) << 6 | continuation(0x80, 0xBF);
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      int second = continuation(lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
      return (lead & 0x0F) << 12 | second << 6 | continuation(0x80, 0xBF);
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
      int second = continuation(lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
      int third = continuation(0x80, 0xBF);
      return (lead & 0x07) << 18 | second << 12 | third << 6 | continuation(0x80, 0xBF);
    }
    throw error("not UTF-8: " + shown((byte) lead));
  }

  private int continuation(int least, int most) {
    int b = take();
    if (b < least || b > most) {
      throw error("not UTF-8: " + shown((byte) b));
    }
    return b & 0x3F;
  }

  private int take() {
    if (at == end) {
      throw new JsonException("the line ends within a text", end - start, true);
    }
    return bytes[at++] & 0xFF;
  }

  private JsonException error(String what) {
    return new JsonException(what, at - 1 - start, false);
  }
}
