package io.quorate.raft;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Texts as UTF-8 and back, exactly: what would come back changed is refused. Every text of a client
 * passes here a dozen times, in frames, log and state, so the usual one costs no coder of its own.
 */
public final class Utf8 {
  /** What the lenient decoder puts in the place of bytes that are no UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

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
