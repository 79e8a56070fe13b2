package io.quorate.raft.log;

import io.quorate.raft.Chunk;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.rules.LogPosition;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A snapshot as a file of its own, made whole or not at all.
 *
 * <pre>
 * file = "QRAFTSN4" firstSegment:8 term:8 index:8 size:4 crc:4 crc of all before:4 body:size
 * </pre>
 *
 * @param firstSegment the first segment of the log that is needed on top of it; at least 1
 */
public record Snapshot(SnapshotId id, long firstSegment, Chunk body) {
  /** How the names of the files begin. */
  static final String PREFIX = "snapshot-";

  private static final long MAGIC = 0x5152414654534E34L;
  private static final int HEAD = 44;

  /** Where the log goes on behind it. */
  public LogPosition position() {
    return new LogPosition(id.term(), id.index());
  }

  /** The name of the file; later snapshots have later names. */
  static String name(long index) {
    return String.format(Locale.ROOT, "%s%019d", PREFIX, index);
  }

  /** The file, in pieces: the body is not copied. */
  List<ByteBuffer> file() {
    ByteBuffer head =
        ByteBuffer.allocate(HEAD)
            .putLong(MAGIC)
            .putLong(firstSegment)
            .putLong(id.term())
            .putLong(id.index())
            .putInt(id.size())
            .putInt(id.crc());
    return List.of(head.putInt(crc(head.array())).flip(), body.view());
  }

  /**
   * Reads a file, which is handed over.
   *
   * @throws LogDamaged when it is not whole: it was durable once
   */
  static Snapshot of(String name, byte[] file) {
    if (file.length < HEAD || ByteBuffer.wrap(file).getLong() != MAGIC) {
      throw new LogDamaged(name, 0, "it does not begin as a snapshot of this server does");
    }
    ByteBuffer in = ByteBuffer.wrap(file, Long.BYTES, HEAD - Long.BYTES);
    long firstSegment = in.getLong();
    SnapshotId id = new SnapshotId(in.getLong(), in.getLong(), in.getInt(), in.getInt());
    Chunk body = Chunk.handedOver(file).part(HEAD, file.length - HEAD);
    boolean whole = in.getInt() == crc(file) && name.equals(name(id.index()));
    if (!whole || !id.equals(SnapshotId.of(id.term(), id.index(), body))) {
      throw new LogDamaged(name, 0, "its checksum does not hold");
    }
    return new Snapshot(id, firstSegment, body);
  }

  private static int crc(byte[] file) {
    CRC32C crc = new CRC32C();
    crc.update(file, 0, HEAD - Integer.BYTES);
    return (int) crc.getValue();
  }
}
