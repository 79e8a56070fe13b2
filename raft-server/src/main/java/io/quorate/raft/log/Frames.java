package io.quorate.raft.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Frames of one file: all that one sync makes durable is one frame, and the next is written only
 * when this one is durable.
 *
 * <pre>
 * file  = "QRAFTLG1" salt:8 crc:4, then frames
 * frame = length:4 crc:4 position:8 payload:length
 * </pre>
 *
 * The checksum covers the file's salt, the frame's position in the file and the payload. So neither
 * a stray copy of a frame nor a client's value that looks like one is ever taken for a frame.
 */
final class Frames {
  /** Bytes before the first frame. */
  static final int FILE_HEADER = 20;

  /** Bytes before a frame's payload. */
  static final int FRAME_HEADER = 16;

  /** Largest payload; more is refused when written and is damage when read. */
  static final int MAX_PAYLOAD_BYTES = 64 << 20;

  private static final long MAGIC = 0x51524146544C4731L;

  private final long salt;

  Frames(long salt) {
    this.salt = salt;
  }

  byte[] fileHeader() {
    ByteBuffer header = ByteBuffer.allocate(FILE_HEADER).putLong(MAGIC).putLong(salt);
    return header.putInt(checksum(header.array(), 0, 16)).array();
  }

  /** Whether the file begins as a log does. */
  static boolean headed(byte[] file) {
    if (file.length < FILE_HEADER) {
      return false;
    }
    ByteBuffer header = ByteBuffer.wrap(file);
    return header.getLong(0) == MAGIC && header.getInt(16) == checksum(file, 0, 16);
  }

  /** The frames of a file that is {@link #headed}. */
  static Frames of(byte[] file) {
    return new Frames(ByteBuffer.wrap(file).getLong(8));
  }

  byte[] frame(long position, byte[] payload) {
    if (payload.length > MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException("a frame of " + payload.length + " bytes");
    }
    return ByteBuffer.allocate(FRAME_HEADER + payload.length)
        .putInt(payload.length)
        .putInt(crc(position, payload, 0, payload.length))
        .putLong(position)
        .put(payload)
        .array();
  }

  /** The length of the payload of the good frame at {@code at}, or -1 when there is none. */
  int payloadAt(byte[] file, int at) {
    if (file.length - at < FRAME_HEADER) {
      return -1;
    }
    ByteBuffer header = ByteBuffer.wrap(file, at, FRAME_HEADER);
    int length = header.getInt();
    int crc = header.getInt();
    boolean here = header.getLong() == at;
    boolean fits = length > 0 && length <= file.length - at - FRAME_HEADER;
    return here && fits && crc == crc(at, file, at + FRAME_HEADER, length) ? length : -1;
  }

  /** Whether a good frame begins anywhere behind {@code at}. */
  boolean anyBehind(byte[] file, int at) {
    for (int next = at + 1; next <= file.length - FRAME_HEADER; next++) {
      if (payloadAt(file, next) >= 0) {
        return true;
      }
    }
    return false;
  }

  private int crc(long position, byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(ByteBuffer.allocate(16).putLong(salt).putLong(position).flip());
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
