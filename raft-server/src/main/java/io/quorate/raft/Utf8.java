package io.quorate.raft;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts as UTF-8 and back, exactly: what would come back changed is refused. Every text of a client
 * passes here a dozen times, in frames, log and state, so the usual one costs no coder of its own.
 */
public final class Utf8 {
  /** What the lenient decoder puts in the place of bytes that are no UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

  /** The first byte of a text's character that takes four, a pair of Java's. */
  private static final int FOUR_BYTES = 0xF0;

  private Utf8() {}

  /** Whether it has a UTF-8 form: one with half a surrogate pair has none. */
  public static boolean has(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints().noneMatch(Utf8::isHalfAPair);
      }
    }
    return true;
  }

  private static boolean isHalfAPair(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /**
   * As bytes.
   *
   * @throws IllegalArgumentException when it has no UTF-8 form
   */
  public static byte[] encode(String text) {
    if (!has(text)) {
      throw new IllegalArgumentException("a text with half a surrogate pair");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Takes so many bytes as a text.
   *
   * @throws IllegalArgumentException when there are fewer, or they are no UTF-8
   */
  public static String decode(ByteBuffer from, int length) {
    if (from.remaining() < length) {
      throw new IllegalArgumentException("a text that ends too early");
    }
    ByteBuffer bytes = from.slice(from.position(), length);
    from.position(from.position() + length);
    String text = lenient(bytes);
    if (text.indexOf(REPLACEMENT) >= 0) {
      check(bytes);
    }
    return text;
  }

  /**
   * Looks at bytes that should be a text.
   *
   * @throws IllegalArgumentException when they are no UTF-8
   */
  public static void require(byte[] text) {
    for (byte b : text) {
      if (b < 0) {
        check(ByteBuffer.wrap(text));
        return;
      }
    }
  }

  /** A text of bytes that are known to be one. */
  public static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** How many of Java's characters such bytes are. */
  public static int chars(byte[] utf8) {
    int chars = 0;
    for (byte b : utf8) {
      boolean goesOn = (b & 0xC0) == 0x80;
      chars += goesOn ? 0 : (b & 0xFF) < FOUR_BYTES ? 1 : 2;
    }
    return chars;
  }

  /**
   * Compares texts as bytes in the order of {@link String#compareTo}: that of UTF-16, where what
   * takes four bytes here comes before the last that takes three.
   */
  public static int compare(byte[] one, byte[] other) {
    int at = Arrays.mismatch(one, other);
    if (at < 0 || at >= Math.min(one.length, other.length)) {
      return one.length - other.length;
    }
    return inUtf16(one[at] & 0xFF) - inUtf16(other[at] & 0xFF);
  }

  /** Behind all that begin a pair of surrogates, for what begins with a character above them. */
  private static int inUtf16(int lead) {
    return lead == 0xEE || lead == 0xEF ? lead + 0x10 : lead;
  }

  private static String lenient(ByteBuffer bytes) {
    if (bytes.hasArray()) {
      return new String(bytes.array(), bytes.arrayOffset(), bytes.limit(), StandardCharsets.UTF_8);
    }
    byte[] copy = new byte[bytes.limit()];
    bytes.get(0, copy);
    return new String(copy, StandardCharsets.UTF_8);
  }

  private static void check(ByteBuffer bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text that is no UTF-8", e);
    }
  }
}
