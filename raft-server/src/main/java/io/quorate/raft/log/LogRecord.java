package io.quorate.raft.log;

import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.rules.LogPosition;

/** One thing a server must never forget. */
public sealed interface LogRecord {
  /** The server has started for the {@code count}th time, from 0. */
  record Boot(long count) implements LogRecord {}

  /** Its term and vote are these now. */
  record State(HardState hardState) implements LogRecord {}

  /** The entry is the last of its log now. */
  record Append(LogEntry entry) implements LogRecord {}

  /**
   * The log ends at {@code position} now. All behind it is gone; and when the entry there is
   * another, or there is none, then a snapshot stands for all up to it.
   */
  record Last(LogPosition position) implements LogRecord {}
}
