package io.quorate.raft.protocol;

import io.quorate.raft.Chunk;
import io.quorate.raft.Configuration;
import io.quorate.raft.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Builds one frame field by field. Refuses what the decoder of the other side would refuse. */
final class FrameEncoder {
  private ByteBuffer out = ByteBuffer.allocate(128);

  FrameEncoder(int type) {
    out.putInt(0).put((byte) Wire.VERSION).put((byte) type);
  }

  FrameEncoder u8(int value) {
    room(1).put((byte) value);
    return this;
  }

  FrameEncoder u16(int value) {
    room(2).putShort((short) value);
    return this;
  }

  FrameEncoder i32(int value) {
    room(4).putInt(value);
    return this;
  }

  FrameEncoder i64(long value) {
    room(8).putLong(value);
    return this;
  }

  /** A text of {@code least} to {@code most} bytes after its length in two bytes. */
  FrameEncoder text(String text, int least, int most) {
    byte[] utf8 = Utf8.encode(text);
    int length = utf8.length;
    if (length < least || length > most) {
      throw new IllegalArgumentException(
          "a text of " + length + " bytes, allowed are " + least + " to " + most);
    }
    u16(length);
    room(length).put(utf8);
    return this;
  }

  /** A name that may be absent; the empty name stands for it. */
  FrameEncoder optionalName(@Nullable String name) {
    return text(name == null ? "" : name, 0, Wire.NAME_LIMIT);
  }

  /** These, and nothing that tells how many. */
  FrameEncoder bytes(byte[] bytes) {
    room(bytes.length).put(bytes);
    return this;
  }

  /** Their number, and so many names. */
  FrameEncoder names(List<String> names) {
    u8(names.size());
    names.forEach(this::name);
    return this;
  }

  /** Three lists of names. */
  FrameEncoder configuration(Configuration configuration) {
    return names(configuration.quorum().voters())
        .names(configuration.quorum().outgoing())
        .names(configuration.learners());
  }

  /** A name that must be there. */
  FrameEncoder name(String name) {
    return text(name, 1, Wire.NAME_LIMIT);
  }

  /** A reason for people, cut where it is too long. */
  FrameEncoder reason(String reason) {
    byte[] utf8 = reason.getBytes(StandardCharsets.UTF_8);
    int length = utf8.length;
    if (length > Wire.REASON_LIMIT) {
      length = Wire.REASON_LIMIT;
      while ((utf8[length] & 0xC0) == 0x80) {
        length--;
      }
    }
    u16(length);
    room(length).put(utf8, 0, length);
    return this;
  }

  /** A register's value after its length in four bytes, -1 for null. */
  FrameEncoder value(@Nullable String value) {
    if (value == null) {
      return i32(-1);
    }
    byte[] utf8 = Utf8.encode(value);
    int length = utf8.length;
    if (length > Wire.VALUE_LIMIT) {
      throw new IllegalArgumentException("a value of " + length + " bytes");
    }
    i32(length);
    room(length).put(utf8);
    return this;
  }

  /** Bytes after their number in four bytes. */
  FrameEncoder chunk(Chunk chunk) {
    i32(chunk.size());
    room(chunk.size()).put(chunk.view());
    return this;
  }

  /** Returns the whole frame; refuses one of more than {@code limit} bytes. */
  byte[] finish(int limit) {
    CRC32C sum = new CRC32C();
    sum.update(out.array(), Integer.BYTES, out.position() - Integer.BYTES);
    i32((int) sum.getValue());
    if (out.position() > limit) {
      throw new IllegalArgumentException(
          "a frame of " + out.position() + " bytes, allowed are " + limit);
    }
    out.putInt(0, out.position() - Integer.BYTES);
    return Arrays.copyOf(out.array(), out.position());
  }

  private ByteBuffer room(int more) {
    if (out.remaining() < more) {
      int capacity = Math.max(out.position() + more, 2 * out.capacity());
      out = ByteBuffer.allocate(capacity).put(out.flip());
    }
    return out;
  }
}
