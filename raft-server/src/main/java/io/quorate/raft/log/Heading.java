package io.quorate.raft.log;

import io.quorate.raft.HardState;

/**
 * What is said again at the start of each segment, so that none needs those before it.
 *
 * @param boots how often the server has started
 * @param hardState its term and vote
 */
record Heading(long boots, HardState hardState) {
  static final Heading NONE = new Heading(0, new HardState(0, null));

  Heading after(LogRecord record) {
    return switch (record) {
      case LogRecord.Boot boot -> new Heading(boot.count() + 1, hardState);
      case LogRecord.State state -> new Heading(boots, state.hardState());
      case LogRecord.Append append -> this;
      case LogRecord.Cut cut -> this;
    };
  }

  byte[] bytes() {
    Bytes bytes = new Bytes();
    if (boots > 0) {
      RecordCodec.encode(new LogRecord.Boot(boots - 1), bytes);
      RecordCodec.encode(new LogRecord.State(hardState), bytes);
    }
    return bytes.toArray();
  }
}
