package io.quorate.raft;

/**
 * Which snapshot: the state after the entry at {@code index} (Raft 7). Equal on all servers that
 * took it there, since the state machine and its bytes are deterministic.
 *
 * @param term of that entry, 0 when nothing is in it yet
 * @param index of that entry, 0 when nothing is in it yet
 * @param size of the state in bytes
 * @param crc CRC32C of the state
 */
public record SnapshotId(long term, long index, int size, int crc) {
  /** Before the first entry. */
  public static final SnapshotId NONE = new SnapshotId(0, 0, 0, 0);

  /** The snapshot after an entry, with this state. */
  public static SnapshotId of(long term, long index, Chunk state) {
    return new SnapshotId(term, index, state.size(), state.crc());
  }
}
