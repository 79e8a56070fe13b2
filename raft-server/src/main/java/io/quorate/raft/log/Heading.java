package io.quorate.raft.log;

import io.quorate.raft.Bytes;
import io.quorate.raft.HardState;
import io.quorate.raft.rules.LogPosition;

/**
 * What is said again at the start of each segment, so that none needs those before it.
 *
 * @param boots how often the server has started
 * @param hardState its term and vote
 * @param last where its log ends
 */
record Heading(long boots, HardState hardState, LogPosition last) {
  static final Heading NONE = new Heading(0, new HardState(0, null), new LogPosition(0, 0));

  Heading after(LogRecord record) {
    return switch (record) {
      case LogRecord.Boot boot -> new Heading(boot.count() + 1, hardState, last);
      case LogRecord.State state -> new Heading(boots, state.hardState(), last);
      case LogRecord.Append append ->
          new Heading(
              boots, hardState, new LogPosition(append.entry().term(), append.entry().index()));
      case LogRecord.Last end -> new Heading(boots, hardState, end.position());
    };
  }

  byte[] bytes() {
    Bytes bytes = new Bytes(256);
    if (!equals(NONE)) {
      if (boots > 0) {
        RecordCodec.encode(new LogRecord.Boot(boots - 1), bytes);
      }
      RecordCodec.encode(new LogRecord.State(hardState), bytes);
      RecordCodec.encode(new LogRecord.Last(last), bytes);
    }
    return bytes.toArray();
  }
}
