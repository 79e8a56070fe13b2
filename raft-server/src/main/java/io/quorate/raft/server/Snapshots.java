package io.quorate.raft.server;

import io.quorate.raft.BrokenLaw;
import io.quorate.raft.Chunk;
import io.quorate.raft.Configuration;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.core.Input;
import io.quorate.raft.log.Snapshot;
import io.quorate.raft.log.SnapshotBody;
import io.quorate.raft.machine.Image;
import io.quorate.raft.rules.LogPosition;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * This server's snapshots (7): when the next is due, the one that is being made durable, and the
 * newest durable one, from which peers are served. One is made at a time.
 */
final class Snapshots {
  /** What a leader sent and is to be saved when the disk is done with another. */
  private record Received(SnapshotId id, Chunk body) {}

  private final Storage storage;
  private final Limits limits;
  private final AtomicReference<@Nullable Snapshot> made = new AtomicReference<>();
  private @Nullable Snapshot newest;
  private @Nullable Received waiting;
  private boolean saving;
  private boolean received;
  private long logLength;

  Snapshots(Storage storage, Limits limits) {
    this.storage = storage;
    this.limits = limits;
  }

  /** Begins with what was recovered. */
  void recovered(@Nullable Snapshot snapshot) {
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
    save(
        position.index(),
        first -> {
          Chunk body = image.stateBehind(SnapshotBody.head(configuration));
          return new Snapshot(SnapshotId.of(position.term(), position.index(), body), first, body);
        },
        false);
  }

  /** Takes one that a leader sent. */
  void install(SnapshotId id, Chunk body) {
    waiting = new Received(id, body);
    saveWaiting();
  }

  private void saveWaiting() {
    Received next = waiting;
    if (saving || next == null) {
      return;
    }
    waiting = null;
    if (next.id().index() > id().index()) {
      save(next.id().index(), first -> new Snapshot(next.id(), first, next.body()), true);
    }
  }

  private void save(long index, LongFunction<Snapshot> maker, boolean fromLeader) {
    saving = true;
    received = fromLeader;
    storage.save(
        index,
        first -> {
          Snapshot snapshot = maker.apply(first);
          made.set(snapshot);
          return snapshot;
        });
  }

  /** The one being made is durable; what the core must be told of it. */
  Input saved() {
    Snapshot snapshot = made.getAndSet(null);
    if (snapshot == null) {
      throw new BrokenLaw("only what was made is durable");
    }
    boolean fromLeader = received;
    saving = false;
    newest = snapshot;
    saveWaiting();
    return fromLeader
        ? new Input.Installed(snapshot.id(), SnapshotBody.of(snapshot.body()).configuration())
        : new Input.Compacted(snapshot.id());
  }

  /** The newest durable one, or NONE. */
  SnapshotId id() {
    return newest == null ? SnapshotId.NONE : newest.id();
  }

  /** The part of the newest one that begins at {@code offset}; null when another is meant. */
  @Nullable Chunk part(SnapshotId id, int offset) {
    return newest != null && newest.id().equals(id)
        ? newest.body().part(offset, limits.partBytes())
        : null;
  }

  /** What the newest one holds. */
  Chunk state(SnapshotId id) {
    if (newest == null || !newest.id().equals(id)) {
      throw new BrokenLaw("the snapshot installed last is the newest, " + id);
    }
    return SnapshotBody.of(newest.body()).state();
  }
}
