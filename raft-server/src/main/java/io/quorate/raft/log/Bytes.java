package io.quorate.raft.log;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A buffer that grows: big-endian numbers, texts as length and UTF-8, null as length -1. */
final class Bytes {
  private ByteBuffer buffer = ByteBuffer.allocate(256);

  Bytes putByte(int value) {
    room(1).put((byte) value);
    return this;
  }

  Bytes putLong(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  Bytes putText(@Nullable String text) {
    if (text == null) {
      room(Integer.BYTES).putInt(-1);
      return this;
    }
    ByteBuffer utf8 = utf8(text);
    room(Integer.BYTES + utf8.remaining()).putInt(utf8.remaining()).put(utf8);
    return this;
  }

  Bytes putAll(byte[] bytes) {
    room(bytes.length).put(bytes);
    return this;
  }

  int length() {
    return buffer.position();
  }

  byte[] toArray() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** Reads what {@link #putText} wrote. */
  static @Nullable String text(ByteBuffer from) {
    int length = from.getInt();
    if (length == -1) {
      return null;
    }
    if (length < 0 || length > from.remaining()) {
      throw new IllegalArgumentException("a text of " + length + " bytes");
    }
    byte[] utf8 = new byte[length];
    from.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static ByteBuffer utf8(String text) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not Unicode text, so it could not be read back", e);
    }
  }

  private ByteBuffer room(int more) {
    if (buffer.remaining() < more) {
      int capacity = Math.max(buffer.capacity() * 2, buffer.position() + more);
      buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
    }
    return buffer;
  }
}
