package io.quorate.raft.server;

import io.quorate.raft.Chunk;
import io.quorate.raft.SnapshotId;
import io.quorate.raft.core.Effect;
import io.quorate.raft.log.LogRecord;
import io.quorate.raft.log.Recovered;
import io.quorate.raft.log.WriteAheadLog;
import io.quorate.raft.port.Disk;
import io.quorate.raft.rules.LogPosition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The core's writes as records of the write-ahead log. The boot record has the number 0. */
final class Storage {
  /** The number of the boot record, before all of the core's. */
  static final long BOOTED = 0;

  private final WriteAheadLog log;

  Storage(WriteAheadLog log) {
    this.log = log;
  }

  /** Recovers, and writes that this server has started once more. */
  Recovered open() {
    Recovered recovered = log.open();
    log.gather(BOOTED, List.of(new LogRecord.Boot(recovered.boots())));
    log.flush();
    return recovered;
  }

  void write(Effect.Persist persist) {
    List<LogRecord> records = new ArrayList<>();
    if (persist.hardState() != null) {
      records.add(new LogRecord.State(persist.hardState()));
    }
    if (persist.last() != null) {
      records.add(new LogRecord.Last(persist.last()));
    }
    persist.entries().forEach(entry -> records.add(new LogRecord.Append(entry)));
    log.gather(persist.sequence(), records);
  }

  /** Begins to save the snapshot up to {@code position}. */
  void save(LogPosition position, Disk.Content body) {
    log.save(position, body);
  }

  /** The snapshot that this token means to be durable, or null. */
  @Nullable SnapshotId saved(long token) {
    return log.saved(token);
  }

  /** A part of the newest durable snapshot; null when it cannot be read. */
  @Nullable Chunk part(SnapshotId newest, int offset, int most) {
    return log.part(newest, offset, most);
  }

  void flush() {
    log.flush();
  }

  /** The last number that is durable now, or -1 when this made none so. */
  long synced(long token) {
    return log.synced(token);
  }

  long length() {
    return log.length();
  }
}
