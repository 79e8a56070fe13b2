package io.quorate.raft.log;

import io.quorate.raft.Utf8;
import java.nio.ByteBuffer;
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
    byte[] utf8 = Utf8.encode(text);
    room(Integer.BYTES + utf8.length).putInt(utf8.length).put(utf8);
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
    return Utf8.decode(from, length);
  }

  private ByteBuffer room(int more) {
    if (buffer.remaining() < more) {
      int capacity = Math.max(buffer.capacity() * 2, buffer.position() + more);
      buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
    }
    return buffer;
  }
}
