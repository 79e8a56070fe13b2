package io.quorate.raft.log;

import io.quorate.raft.Bytes;
import io.quorate.raft.Configuration;
import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.rules.LogPosition;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Records as bytes. A kind once given is never given another meaning. */
final class RecordCodec {
  private static final int BOOT = 1;
  private static final int STATE = 2;
  private static final int APPEND = 3;
  private static final int LAST = 5;

  private RecordCodec() {}

  static void encode(LogRecord record, Bytes to) {
    switch (record) {
      case LogRecord.Boot boot -> to.putByte(BOOT).putLong(boot.count());
      case LogRecord.State state -> {
        String vote = state.hardState().votedFor();
        to.putByte(STATE)
            .putLong(state.hardState().term())
            .putText(vote == null ? "" : vote, 0, Configuration.MOST_NAME_BYTES);
      }
      case LogRecord.Append append -> to.putByte(APPEND).putEntry(append.entry());
      case LogRecord.Last last ->
          to.putByte(LAST).putLong(last.position().term()).putLong(last.position().index());
    }
  }

  /**
   * Reads all the records of a frame.
   *
   * @throws IllegalArgumentException when they are none
   */
  static List<LogRecord> decodeAll(ByteBuffer from) {
    List<LogRecord> records = new ArrayList<>();
    try {
      while (from.hasRemaining()) {
        records.add(decode(from));
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a record that ends too early", e);
    }
    return records;
  }

  private static LogRecord decode(ByteBuffer from) {
    int kind = from.get();
    return switch (kind) {
      case BOOT -> new LogRecord.Boot(from.getLong());
      case STATE -> new LogRecord.State(state(from));
      case APPEND -> new LogRecord.Append(LogEntry.read(from));
      case LAST -> new LogRecord.Last(new LogPosition(from.getLong(), from.getLong()));
      default -> throw new IllegalArgumentException("a record of unknown kind " + kind);
    };
  }

  private static HardState state(ByteBuffer from) {
    long term = from.getLong();
    String vote = Bytes.text(from, 0, Configuration.MOST_NAME_BYTES);
    return new HardState(term, vote.isEmpty() ? null : vote);
  }
}
