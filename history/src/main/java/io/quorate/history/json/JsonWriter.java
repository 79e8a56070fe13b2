package io.quorate.history.json;

import java.util.Arrays;

/**
 * Writes one JSON document into bytes of its own, token by token, commas and colons by itself.
 *
 * <p>Texts are hostile: quotes, backslashes, control characters of both ranges, line separators,
 * byte order marks, direction overrides and surrogates without their other half are escaped, so
 * that a line stays one line in every reader and shows as what it is. A writer is used again for
 * the next document, by one thread.
 */
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final JsonLimits limits;
  private final int[] items;
  private byte[] bytes = new byte[512];
  private int size;
  private int depth;
  private boolean fresh = true;

  /** A writer that refuses what is beyond {@code limits}. */
  public JsonWriter(JsonLimits limits) {
    this.limits = limits;
    items = new int[limits.maxDepth() + 1];
  }

  /** Forgets the document, for the next one. */
  public void reset() {
    size = 0;
    depth = 0;
    items[0] = 0;
    fresh = true;
  }

  /** Returns the bytes; the document are the first {@link #size} of them. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns the number of bytes written. */
  public int size() {
    return size;
  }

  /** Begins an object. */
  public void beginObject() {
    begin('{');
  }

  /** Writes the name of the next value. */
  public void name(String name) {
    text(name);
    put(':');
    fresh = true;
  }

  /** Ends the object. */
  public void endObject() {
    end('}');
  }

  /** Begins an array. */
  public void beginArray() {
    begin('[');
  }

  /** Ends the array. */
  public void endArray() {
    end(']');
  }

  /** Writes an integer. */
  public void integer(long number) {
    separate();
    if (number == Long.MIN_VALUE) {
      ascii("-9223372036854775808");
      return;
    }
    if (number < 0) {
      put('-');
    }
    long rest = Math.abs(number);
    int digits = 1;
    for (long power = 10; digits < 19 && rest >= power; power *= 10) {
      digits++;
    }
    room(digits);
    for (int n = size + digits - 1; n >= size; n--) {
      bytes[n] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
  }

  /** Writes true or false. */
  public void bool(boolean truth) {
    separate();
    ascii(truth ? "true" : "false");
  }

  /** Writes a null. */
  public void nil() {
    separate();
    ascii("null");
  }

  /** Writes a text. */
  public void text(String text) {
    separate();
    put('"');
    room(text.length());
    for (int n = 0; n < text.length(); n++) {
      char c = text.charAt(n);
      if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
        put(c);
      } else if (n + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(n + 1))) {
        utf8(Character.toCodePoint(c, text.charAt(++n)));
      } else if (mustEscape(c)) {
        escape(c);
      } else {
        utf8(c);
      }
    }
    put('"');
  }

  /** Writes the next value of {@code from}, of any kind. */
  public void copy(JsonReader from) {
    switch (from.peek()) {
      case NULL -> {
        from.nil();
        nil();
      }
      case BOOLEAN -> bool(from.bool());
      case INTEGER -> integer(from.integer());
      case TEXT -> text(from.text());
      case ARRAY -> {
        from.beginArray();
        beginArray();
        while (from.nextItem()) {
          copy(from);
        }
        endArray();
      }
      case OBJECT -> {
        from.beginObject();
        beginObject();
        for (String name = from.nextName(); name != null; name = from.nextName()) {
          name(name);
          copy(from);
        }
        endObject();
      }
    }
  }

  /** Ends the line. */
  public void endLine() {
    put('\n');
  }

  private static boolean mustEscape(char c) {
    return c < ' '
        || c == '"'
        || c == '\\'
        || (c >= 0x7F && c <= 0x9F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFEFF
        || Character.isSurrogate(c);
  }

  private void escape(char c) {
    put('\\');
    switch (c) {
      case '"', '\\' -> put(c);
      case '\n' -> put('n');
      case '\r' -> put('r');
      case '\t' -> put('t');
      default -> {
        put('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
          put(HEX.charAt(c >> shift & 0xF));
        }
      }
    }
  }

  private void utf8(int point) {
    if (point < 0x800) {
      put(0xC0 | point >> 6);
    } else if (point < 0x10000) {
      put(0xE0 | point >> 12);
      continuation(point >> 6);
    } else {
      put(0xF0 | point >> 18);
      continuation(point >> 12);
      continuation(point >> 6);
    }
    continuation(point);
  }

  private void continuation(int bits) {
    put(0x80 | (bits & 0x3F));
  }

  private void begin(char open) {
    separate();
    if (depth == limits.maxDepth()) {
      throw new IllegalArgumentException(
          "more than " + limits.maxDepth() + " arrays and objects in one another");
    }
    items[++depth] = 0;
    put(open);
    fresh = true;
  }

  private void end(char close) {
    depth--;
    put(close);
    fresh = false;
  }

  private void separate() {
    if (!fresh) {
      put(',');
    }
    fresh = false;
    if (++items[depth] > limits.maxItems()) {
      throw new IllegalArgumentException("more than " + limits.maxItems() + " items");
    }
  }

  private void ascii(String text) {
    for (int n = 0; n < text.length(); n++) {
      put(text.charAt(n));
    }
  }

  private void put(int b) {
    room(1);
    bytes[size++] = (byte) b;
  }

  private void room(int more) {
    if (more > limits.maxBytes() - size) {
      throw new IllegalArgumentException("more than " + limits.maxBytes() + " bytes");
    }
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
