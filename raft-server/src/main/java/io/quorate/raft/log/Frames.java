package io.quorate.raft.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The frames of one segment: all that one sync makes durable is one frame, and the next is written
 * only when this one is durable.
 *
 * <pre>
 * frame = length:4 crc:4 previous:4 position:8 payload:length
 * </pre>
 *
 * <p>The checksum covers the log's salt, the segment's number and all of the frame but its length,
 * which the payload's extent stands for. So neither a stray copy of a frame nor a client's value
 * that looks like one is ever taken for a frame. {@code previous} is the checksum of the frame
 * before, in whatever segment that is: none can be missing between two.
 */
final class Frames {
  /** Bytes before a frame's payload. */
  static final int HEADER = 20;

  private static final int CRC_AT = 4;
  private static final int PREVIOUS_AT = 8;
  private static final int POSITION_AT = 12;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final long salt;
  private final long segment;

  Frames(long salt, long segment) {
    this.salt = salt;
    this.segment = segment;
  }

  byte[] frame(int position, int previous, byte[] payload) {
    return ByteBuffer.allocate(HEADER + payload.length)
        .putInt(payload.length)
        .putInt(crc(position, previous, payload, 0, payload.length))
        .putInt(previous)
        .putLong(position)
        .put(payload)
        .array();
  }

  /** The length of the payload of the whole frame at {@code at}, or -1 when there is none. */
  int payloadAt(byte[] file, int at) {
    if (at > file.length - HEADER || (long) LONGS.get(file, at + POSITION_AT) != at) {
      return -1;
    }
    int length = (int) INTS.get(file, at);
    if (length <= 0 || length > file.length - at - HEADER) {
      return -1;
    }
    int crc = crc(at, previousAt(file, at), file, at + HEADER, length);
    return crc == crcAt(file, at) ? length : -1;
  }

  /** The checksum of the frame at {@code at}. */
  static int crcAt(byte[] file, int at) {
    return (int) INTS.get(file, at + CRC_AT);
  }

  /** The checksum of the frame before the one at {@code at}. */
  static int previousAt(byte[] file, int at) {
    return (int) INTS.get(file, at + PREVIOUS_AT);
  }

  /** Whether a whole frame begins at {@code from} or behind it, before {@code to}. */
  boolean anyWithin(byte[] file, int from, int to) {
    for (int at = from; at < to; at++) {
      if (payloadAt(file, at) >= 0) {
        return true;
      }
    }
    return false;
  }

  private int crc(long position, int previous, byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(
        ByteBuffer.allocate(28)
            .putLong(salt)
            .putLong(segment)
            .putLong(position)
            .putInt(previous)
            .flip());
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
