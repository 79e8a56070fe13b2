package io.quorate.raft.state;

import io.quorate.raft.Chunk;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.protocol.PeerMessage.InstallRequest;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** A snapshot on its way from a leader, part by part; any leader may go on where one stopped. */
public final class Installing {
  /** A larger snapshot is not taken. */
  public static final int MOST_BYTES = 1 << 30;

  private SnapshotId id = SnapshotId.NONE;
  private ByteArrayOutputStream got = new ByteArrayOutputStream();
  private boolean handedOver;

  /** Takes the next part; one that does not continue what is here is ignored. */
  public void take(InstallRequest request) {
    if (!request.id().equals(id)) {
      id = request.id();
      got = new ByteArrayOutputStream();
      handedOver = false;
    }
    boolean fits = request.chunk().size() <= id.size() - got.size() && id.size() <= MOST_BYTES;
    if (request.offset() == got.size() && fits && !handedOver) {
      got.writeBytes(request.chunk().toArray());
    }
  }

  /** How many bytes are here. */
  public int received() {
    return handedOver ? id.size() : got.size();
  }

  /** Whether all of it is here, and {@link #handOver} was not called yet. */
  public boolean complete() {
    return !handedOver && got.size() == id.size() && id.index() > 0;
  }

  /**
   * Gives away the whole state, once.
   *
   * @return null when its checksum is not the one announced; then it starts anew
   */
  public @Nullable Chunk handOver() {
    Chunk state = Chunk.handedOver(got.toByteArray());
    got = new ByteArrayOutputStream();
    handedOver = state.crc() == id.crc();
    return handedOver ? state : null;
  }
}
