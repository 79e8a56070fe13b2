package io.quorate.bench.micro;

import io.quorate.raft.Command;
import io.quorate.raft.LogEntry;
import io.quorate.raft.log.LogRecord;
import io.quorate.raft.log.Recovered;
import io.quorate.raft.log.WriteAheadLog;
import io.quorate.raft.rules.Durability;
import io.quorate.raft.rules.LogPosition;
import io.quorate.raft.rules.LogRecovery;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A write-ahead log over memory, driven as a server drives it. */
final class MemoryLog {
  private static final long SALT = 42;

  private final MemoryDisk disk = new MemoryDisk();
  private final WriteAheadLog log = over(disk);
  private long index;
  private long sequence;

  /** An empty log that is open. */
  MemoryLog() {
    log.open();
    settle();
  }

  private static WriteAheadLog over(MemoryDisk disk) {
    return new WriteAheadLog(disk, new LogRecovery() {}, new Durability() {}, () -> SALT, WriteAheadLog.SEGMENT_BYTES);
  }

  /** Appends so many entries, which become durable together; returns the index of the last. */
  long append(int entries) {
    List<LogRecord> records = new ArrayList<>(entries);
    for (int i = 0; i < entries; i++) {
      index++;
      records.add(
          new LogRecord.Append(
              new LogEntry(
                  1, index, new Command.Write("reg" + (index & 255), "0123456789abcdef"))));
    }
    log.gather(++sequence, records);
    settle();
    return index;
  }

  /** Gives up all that was appended, as a snapshot does. */
  void giveUp() {
    log.save(new LogPosition(1, index), out -> out.accept(ByteBuffer.allocate(1)));
    settle();
  }

  /** What a server that starts on this disk finds. */
  Recovered read() {
    return over(disk).open();
  }

  private void settle() {
    log.flush();
    for (long token = disk.token(); token >= 0; token = disk.token()) {
      if (log.saved(token) == null) {
        log.synced(token);
      }
      log.flush();
    }
  }
}
