package io.quorate.raft.server;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.Chunk;
import io.quorate.raft.Configuration;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.core.Input;
import io.quorate.raft.log.SnapshotBody;
import io.quorate.raft.machine.Image;
import io.quorate.raft.port.Disk;
import io.quorate.raft.rules.LogPosition;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * This server's snapshots (7): when the next is due, the one that is being made durable, and the
 * newest durable one, from which peers are served. One is made at a time. Only what a leader sent
 * is held in memory, until it is restored.
 */
final class Snapshots {
  /** What a leader sent. */
  private record Received(SnapshotId id, Chunk body) {}

  private final Storage storage;
  private final Limits limits;
  private SnapshotId newest = SnapshotId.NONE;

  /** Is to be saved when the disk is done with another. */
  private @Nullable Received waiting;

  /** Is being saved, or was and is to be restored; null where the own state is. */
  private @Nullable Received received;

  private boolean saving;
  private long logLength;

  Snapshots(Storage storage, Limits limits) {
    this.storage = storage;
    this.limits = limits;
  }

  /** Begins with what was recovered. */
  void recovered(SnapshotId snapshot) {
    newest = snapshot;
    logLength = storage.length();
  }

  /** Whether the log has grown so much that its beginning should go. */
  boolean due(boolean peersNeedNewest) {
    long bytes = limits.snapshotBytes();
    return !saving && storage.length() - logLength >= (peersNeedNewest ? 4 * bytes : bytes);
  }

  /** Takes one of the own state after the entry at {@code position}. */
  void take(LogPosition position, Configuration configuration, Image image) {
    logLength = storage.length();
    received = null;
    save(
        position,
        out -> {
          out.accept(ByteBuffer.wrap(SnapshotBody.head(configuration)));
          image.writeTo(out);
        });
  }

  /** Takes one that a leader sent. */
  void install(SnapshotId id, Chunk body) {
    waiting = new Received(id, body);
    saveWaiting();
  }

  /** Begins to save what came from a leader meanwhile, once one is durable. */
  void saveWaiting() {
    Received next = waiting;
    if (saving || next == null) {
      return;
    }
    waiting = null;
    if (next.id().index() > newest.index()) {
      received = next;
      LogPosition position = new LogPosition(next.id().term(), next.id().index());
      save(position, out -> out.accept(next.body().view()));
    }
  }

  private void save(LogPosition position, Disk.Content body) {
    saving = true;
    storage.save(position, body);
  }

  /** One is durable; what the core must be told of it. */
  Input saved(SnapshotId id) {
    saving = false;
    newest = id;
    Received from = received;
    if (from == null) {
      return new Input.Compacted(id);
    }
    if (!from.id().equals(id)) {
      throw new BrokenLaw("what a leader sent is saved as it came, " + id);
    }
    return new Input.Installed(id, SnapshotBody.of(from.body()).configuration());
  }

  /** The newest durable one, or NONE. */
  SnapshotId id() {
    return newest;
  }

  /**
   * The part of the newest one that begins at {@code offset}; null when another is meant, or when
   * it cannot be read.
   */
  @Nullable Chunk part(SnapshotId id, int offset) {
    return newest.equals(id) ? storage.part(id, offset, limits.partBytes()) : null;
  }

  /** What the one installed last holds; asked for once. */
  Chunk state(SnapshotId id) {
    Received from = received;
    if (from == null || !from.id().equals(id) || !newest.equals(id)) {
      throw new BrokenLaw("the snapshot installed last is the newest, " + id);
    }
    received = null;
    return SnapshotBody.of(from.body()).state();
  }
}
