package io.quorate.raft.log;

import io.quorate.raft.Chunk;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.port.Disk;
import io.quorate.raft.rules.LogPosition;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * A snapshot as a file of its own, made whole or not at all.
 *
 * <pre>
 * file = "QRAFTSN5" firstSegment:8 term:8 index:8 body size:4 crc:4 crc of all but the body:4
 * </pre>
 *
 * <p>Size and checksum of the body come behind it: it is written as it is made.
 *
 * @param firstSegment the first segment of the log that is needed on top of it; at least 1
 */
public record Snapshot(SnapshotId id, long firstSegment, Chunk body) {
  /** How the names of the files begin. */
  static final String PREFIX = "snapshot-";

  /** Bytes before the body. */
  static final int HEAD = 32;

  private static final int TAIL = 12;
  private static final long MAGIC = 0x5152414654534E35L;

  /** Where the log goes on behind it. */
  public LogPosition position() {
    return new LogPosition(id.term(), id.index());
  }

  /** The name of the file; later snapshots have later names. */
  static String name(long index) {
    return String.format(Locale.ROOT, "%s%019d", PREFIX, index);
  }

  /** Writes a file with this body, and says which snapshot that is. */
  static SnapshotId write(
      LogPosition position, long firstSegment, Disk.Content body, Consumer<ByteBuffer> out) {
    ByteBuffer head =
        ByteBuffer.allocate(HEAD)
            .putLong(MAGIC)
            .putLong(firstSegment)
            .putLong(position.term())
            .putLong(position.index())
            .flip();
    out.accept(head.duplicate());
    CRC32C crc = new CRC32C();
    long[] size = {0};
    body.writeTo(piece -> {
      size[0] += piece.remaining();
      crc.update(piece.duplicate());
      out.accept(piece);
    });
    ByteBuffer tail =
        ByteBuffer.allocate(TAIL).putInt(Math.toIntExact(size[0])).putInt((int) crc.getValue());
    out.accept(tail.putInt(crc(head, tail)).flip());
    return new SnapshotId(
        position.term(), position.index(), Math.toIntExact(size[0]), (int) crc.getValue());
  }

  /**
   * Reads a file, which is handed over.
   *
   * @throws LogDamaged when it is not whole: it was durable once
   */
  static Snapshot of(String name, byte[] file) {
    if (file.length < HEAD + TAIL || ByteBuffer.wrap(file).getLong() != MAGIC) {
      throw new LogDamaged(name, 0, "it does not begin as a snapshot of this server does");
    }
    ByteBuffer head = ByteBuffer.wrap(file, 0, HEAD);
    ByteBuffer tail = ByteBuffer.wrap(file, file.length - TAIL, TAIL).slice();
    long firstSegment = head.getLong(Long.BYTES);
    long term = head.getLong(2 * Long.BYTES);
    long index = head.getLong(3 * Long.BYTES);
    Chunk body = Chunk.handedOver(file).part(HEAD, file.length - HEAD - TAIL);
    SnapshotId id = new SnapshotId(term, index, tail.getInt(), tail.getInt());
    boolean whole = tail.getInt() == crc(head, tail) && name.equals(name(index));
    if (!whole || !id.equals(SnapshotId.of(term, index, body))) {
      throw new LogDamaged(name, 0, "its checksum does not hold");
    }
    return new Snapshot(id, firstSegment, body);
  }

  private static int crc(ByteBuffer head, ByteBuffer tail) {
    CRC32C crc = new CRC32C();
    crc.update(head.slice(0, HEAD));
    crc.update(tail.slice(0, TAIL - Integer.BYTES));
    return (int) crc.getValue();
  }
}
