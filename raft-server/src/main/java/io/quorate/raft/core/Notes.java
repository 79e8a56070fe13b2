package io.quorate.raft.core;

import io.quorate.raft.Command;
import io.quorate.raft.Configuration;
import io.quorate.raft.LogEntry;
import org.jspecify.annotations.Nullable;

/** How a log entry is told in the trace. */
final class Notes {
  /** Longer keys and values are cut to this many characters. */
  private static final int MAX_TOLD_CHARS = 64;

  private Notes() {}

  static Object[] of(LogEntry entry) {
    return switch (entry.command()) {
      case Command.Noop noop -> new Object[] {"entryTerm", entry.term(), "command", "noop"};
      case Command.Configure configure ->
          new Object[] {
            "entryTerm", entry.term(),
            "command", "configure",
            "value", String.valueOf(configure.configuration().servers())
          };
      case Command.Write write ->
          new Object[] {
            "entryTerm", entry.term(),
            "command", "write",
            "key", cut(write.key()),
            "value", cut(write.value())
          };
      case Command.CompareAndSet cas ->
          new Object[] {
            "entryTerm", entry.term(),
            "command", "cas",
            "key", cut(cas.key()),
            "expected", cut(cas.expected()),
            "value", cut(cas.replacement())
          };
    };
  }

  static Object[] of(Configuration configuration) {
    return new Object[] {
      "voters", String.join(",", configuration.quorum().voters()),
      "outgoing", String.join(",", configuration.quorum().outgoing()),
      "learners", String.join(",", configuration.learners())
    };
  }

  private static String cut(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return text.length() <= MAX_TOLD_CHARS ? text : text.substring(0, MAX_TOLD_CHARS);
  }
}
