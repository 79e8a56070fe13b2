package io.quorate.raft.protocol;

import io.quorate.raft.Bytes;
import io.quorate.raft.Chunk;
import io.quorate.raft.Command;
import io.quorate.raft.CommandCodec;
import io.quorate.raft.LogEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Builds one frame field by field. Refuses what the decoder of the other side would refuse. */
final class FrameEncoder {
  private final Bytes out;

  FrameEncoder(int type) {
    this(type, 128);
  }

  /** A frame of that type, and room for {@code expected} bytes. */
  FrameEncoder(int type, int expected) {
    out = new Bytes(expected).putInt(0).putByte(Wire.VERSION).putByte(type);
  }

  FrameEncoder u8(int value) {
    out.putByte(value);
    return this;
  }

  FrameEncoder u16(int value) {
    out.putShort(value);
    return this;
  }

  FrameEncoder i32(int value) {
    out.putInt(value);
    return this;
  }

  FrameEncoder i64(long value) {
    out.putLong(value);
    return this;
  }

  /** A text of {@code least} to {@code most} bytes after its length in two bytes. */
  FrameEncoder text(String text, int least, int most) {
    out.putText(text, least, most);
    return this;
  }

  /** A name that may be absent; the empty name stands for it. */
  FrameEncoder optionalName(@Nullable String name) {
    return text(name == null ? "" : name, 0, Wire.NAME_LIMIT);
  }

  /** These, and nothing that tells how many. */
  FrameEncoder bytes(byte[] bytes) {
    out.putAll(bytes);
    return this;
  }

  /** Their number, and so many names. */
  FrameEncoder names(List<String> names) {
    CommandCodec.names(names, out);
    return this;
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
    return u16(length).bytes(Arrays.copyOf(utf8, length));
  }

  /** A register's value after its length in four bytes, -1 for null. */
  FrameEncoder value(@Nullable String value) {
    out.putValue(value);
    return this;
  }

  FrameEncoder command(Command command) {
    CommandCodec.encode(command, out);
    return this;
  }

  FrameEncoder entry(LogEntry entry) {
    out.putEntry(entry);
    return this;
  }

  /** Bytes after their number in four bytes. */
  FrameEncoder chunk(Chunk chunk) {
    out.putInt(chunk.size()).putAll(chunk.view());
    return this;
  }

  /** Returns the whole frame; refuses one of more than {@code limit} bytes. */
  byte[] finish(int limit) {
    byte[] frame = out.putInt(0).toArray();
    if (frame.length > limit) {
      throw new IllegalArgumentException(
          "a frame of " + frame.length + " bytes, allowed are " + limit);
    }
    int end = frame.length - Integer.BYTES;
    CRC32C sum = new CRC32C();
    sum.update(frame, Integer.BYTES, end - Integer.BYTES);
    ByteBuffer.wrap(frame).putInt(0, end).putInt(end, (int) sum.getValue());
    return frame;
  }
}
