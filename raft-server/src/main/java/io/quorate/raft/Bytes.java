package io.quorate.raft;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that become more: big-endian numbers, and texts in UTF-8 behind their length. So are
 * frames, log and snapshots written; what a text is behind is checked by who writes it and by who
 * reads it.
 */
public final class Bytes {
  private ByteBuffer buffer;

  /** Nothing yet, and room for {@code expected} bytes. */
  public Bytes(int expected) {
    buffer = ByteBuffer.allocate(expected);
  }

  /** One byte. */
  public Bytes putByte(int value) {
    room(1).put((byte) value);
    return this;
  }

  /** Two bytes. */
  public Bytes putShort(int value) {
    room(Short.BYTES).putShort((short) value);
    return this;
  }

  /** Four bytes. */
  public Bytes putInt(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  /** Eight bytes. */
  public Bytes putLong(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  /** These, and nothing that tells how many. */
  public Bytes putAll(byte[] bytes) {
    room(bytes.length).put(bytes);
    return this;
  }

  /** All that remains in {@code bytes}, and nothing that tells how many. */
  public Bytes putAll(ByteBuffer bytes) {
    room(bytes.remaining()).put(bytes);
    return this;
  }

  /** All of the other, and nothing that tells how many. */
  public Bytes putAll(Bytes other) {
    return putAll(other.buffer.duplicate().flip());
  }

  /**
   * A text of {@code least} to {@code most} bytes behind its length in two bytes.
   *
   * @throws IllegalArgumentException when it is shorter or longer, or has no UTF-8 form
   */
  public Bytes putText(String text, int least, int most) {
    byte[] utf8 = Utf8.encode(text);
    int length = checked(utf8.length, least, most);
    room(Short.BYTES + length).putShort((short) length).put(utf8);
    return this;
  }

  /**
   * What a register holds behind its length in four bytes, -1 for null.
   *
   * @throws IllegalArgumentException when it is too long, or has no UTF-8 form
   */
  public Bytes putValue(@Nullable String value) {
    if (value == null) {
      return putInt(-1);
    }
    byte[] utf8 = Utf8.encode(value);
    checked(utf8.length, 0, Command.MOST_VALUE_BYTES);
    return putUtf8(utf8);
  }

  /** A text that is UTF-8 already, behind its length in four bytes. */
  public Bytes putUtf8(byte[] text) {
    room(Integer.BYTES + text.length).putInt(text.length).put(text);
    return this;
  }

  /** Reads what {@link #putText} wrote; IllegalArgumentException when it is none. */
  public static String text(ByteBuffer from, int least, int most) {
    int length = checked(from.getShort() & 0xFFFF, least, most);
    return Utf8.decode(from, length);
  }

  /** Reads what {@link #putValue} wrote; IllegalArgumentException when it is none. */
  public static @Nullable String value(ByteBuffer from) {
    int length = checked(from.getInt(), -1, Command.MOST_VALUE_BYTES);
    return length == -1 ? null : Utf8.decode(from, length);
  }

  private static int checked(int length, int least, int most) {
    if (length < least || length > most) {
      throw new IllegalArgumentException(
          "a text of " + length + " bytes, allowed are " + least + " to " + most);
    }
    return length;
  }

  /** The entry as {@link LogEntry#read} takes it. */
  public Bytes putEntry(LogEntry entry) {
    entry.put(room(entry.size()));
    return this;
  }

  /** How many there are. */
  public int length() {
    return buffer.position();
  }

  /** A copy. */
  public byte[] toArray() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** Hands them over, to be taken at once, and has none any more. */
  public void drainTo(Consumer<ByteBuffer> out) {
    out.accept(buffer.duplicate().flip());
    buffer.clear();
  }

  private ByteBuffer room(int more) {
    if (buffer.remaining() < more) {
      int capacity = Math.max(buffer.capacity() * 2, buffer.position() + more);
      buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
    }
    return buffer;
  }
}
