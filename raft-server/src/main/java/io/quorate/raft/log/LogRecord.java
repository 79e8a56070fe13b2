package io.quorate.raft.log;

import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;

/** One thing a server must never forget. */
public sealed interface LogRecord {
  /** The server has started for the {@code count}th time, from 0. */
  record Boot(long count) implements LogRecord {}

  /** Its term and vote are these now. */
  record State(HardState hardState) implements LogRecord {}

  /** The entry is the last of its log now. */
  record Append(LogEntry entry) implements LogRecord {}

  /** The entry at {@code index}, and all behind it, is gone. */
  record Cut(long index) implements LogRecord {}
}
