package io.quorate.history.json;

import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document token by token from bytes.
 *
 * <p>The caller says what it expects; anything else is a {@link JsonException} with its place. An
 * object is {@link #beginObject} and then {@link #nextName} until that is null, each name followed
 * by one value; an array is {@link #beginArray} and then {@link #nextItem} until that is false, one
 * value after each true; {@link #finish} after the outermost value. Doubled names are the caller's
 * to refuse. A reader is used again for the next document, by one thread.
 */
public final class JsonReader {
  /** What a value is, as its first byte shows. */
  public enum Kind {
    /** An object. */
    OBJECT,
    /** An array. */
    ARRAY,
    /** A text. */
    TEXT,
    /** An integer of 64 bits. */
    INTEGER,
    /** True or false. */
    BOOLEAN,
    /** Null. */
    NULL
  }

  private final JsonLimits limits;
  private final TextScanner texts = new TextScanner();
  private final int[] items;
  private byte[] bytes = {};
  private int start;
  private int at;
  private int token;
  private int end;
  private int depth;

  /** A reader that refuses what is beyond {@code limits}. */
  public JsonReader(JsonLimits limits) {
    this.limits = limits;
    items = new int[limits.maxDepth() + 1];
  }

  /** Turns to the document in {@code document} from {@code from} to before {@code to}. */
  public void turnTo(byte[] document, int from, int to) {
    if (to - from > limits.maxBytes()) {
      throw new JsonException("more than " + limits.maxBytes() + " bytes", 0, false);
    }
    bytes = document;
    start = from;
    at = from;
    token = from;
    end = to;
    depth = 0;
  }

  /** Returns where the last token began, names and values alike, in bytes from 0. */
  public int offset() {
    return token - start;
  }

  /** Returns what comes next, past any white space. */
  public Kind peek() {
    byte first = next();
    token = at;
    return switch (first) {
      case '{' -> Kind.OBJECT;
      case '[' -> Kind.ARRAY;
      case '"' -> Kind.TEXT;
      case 't', 'f' -> Kind.BOOLEAN;
      case 'n' -> Kind.NULL;
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Kind.INTEGER;
      default -> throw unexpected("a value");
    };
  }

  /** Begins an object. */
  public void beginObject() {
    expect('{', "an object");
    push();
  }

  /** Returns the next name of the object, or null, which ends the object. */
  public @Nullable String nextName() {
    if (!hasNext('}')) {
      return null;
    }
    String name = text();
    separator(':', "':'");
    return name;
  }

  /** Begins an array. */
  public void beginArray() {
    expect('[', "an array");
    push();
  }

  /** Whether another item follows; false ends the array. */
  public boolean nextItem() {
    return hasNext(']');
  }

  /** Returns a text. */
  public String text() {
    expect('"', "a text");
    String text = texts.scan(bytes, start, at, end);
    at = texts.after();
    return text;
  }

  /** Returns an integer. */
  public long integer() {
    if (peek() != Kind.INTEGER) {
      throw unexpected("an integer");
    }
    boolean negative = bytes[at] == '-';
    at += negative ? 1 : 0;
    int first = at;
    long number = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      number = append(number, bytes[at++] - '0', negative);
    }
    checkEndOfNumber(first);
    return number;
  }

  /** Returns a truth value. */
  public boolean bool() {
    if (peek() != Kind.BOOLEAN) {
      throw unexpected("true or false");
    }
    boolean truth = bytes[at] == 't';
    literal(truth ? "true" : "false");
    return truth;
  }

  /** Reads a null. */
  public void nil() {
    if (peek() != Kind.NULL) {
      throw unexpected("null");
    }
    literal("null");
  }

  /** Makes sure that nothing but white space is left. */
  public void finish() {
    skipSpace();
    if (at < end) {
      throw unexpected("nothing more");
    }
  }

  private boolean hasNext(char close) {
    byte b = next();
    if (b == close) {
      at++;
      depth--;
      return false;
    }
    if (items[depth]++ > 0) {
      separator(',', "',' or '" + close + "'");
    }
    if (items[depth] > limits.maxItems()) {
      throw error("more than " + limits.maxItems() + " items", at);
    }
    return true;
  }

  private void push() {
    if (depth == limits.maxDepth()) {
      throw error("more than " + limits.maxDepth() + " arrays and objects in one another", at - 1);
    }
    items[++depth] = 0;
  }

  private void expect(char what, String name) {
    skipSpace();
    token = at;
    separator(what, name);
  }

  private void separator(char what, String name) {
    if (next() != what) {
      throw unexpected(name);
    }
    at++;
  }

  private byte next() {
    skipSpace();
    if (at == end) {
      throw truncated();
    }
    return bytes[at];
  }

  private void skipSpace() {
    while (at < end
        && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
      at++;
    }
  }

  private long append(long number, int digit, boolean negative) {
    long signed = negative ? -digit : digit;
    long high = Math.multiplyHigh(number, 10);
    long low = number * 10;
    long sum = low + signed;
    boolean wide = high != low >> 63 || ((low ^ sum) & (signed ^ sum)) < 0;
    if (wide) {
      throw error("a number beyond 64 bits", at - 1);
    }
    return sum;
  }

  private void checkEndOfNumber(int first) {
    if (at == first) {
      throw at == end ? truncated() : unexpected("a digit");
    }
    if (bytes[first] == '0' && at > first + 1) {
      throw error("a number with a leading zero", first);
    }
    if (at < end && (bytes[at] == '.' || bytes[at] == 'e' || bytes[at] == 'E')) {
      throw error("a number with a fraction or an exponent; numbers are 64-bit integers", at);
    }
  }

  private void literal(String word) {
    for (int n = 0; n < word.length(); n++, at++) {
      if (at == end) {
        throw truncated();
      }
      if (bytes[at] != word.charAt(n)) {
        throw unexpected(word);
      }
    }
  }

  private JsonException truncated() {
    return new JsonException("the line ends within a document", end - start, true);
  }

  private JsonException unexpected(String wanted) {
    return error("expected " + wanted + " but found " + TextScanner.shown(bytes[at]), at);
  }

  private JsonException error(String what, int place) {
    return new JsonException(what, place - start, false);
  }
}
