package io.quorate.raft.log;

import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import java.util.ArrayList;
import java.util.List;

/** Builds from the records, in the order they were written, what they amount to. */
final class Replay {
  private long boots;
  private HardState hardState = new HardState(0, null);
  private final List<LogEntry> entries = new ArrayList<>();

  /**
   * Takes the next record.
   *
   * @throws IllegalArgumentException when it cannot follow those before it
   */
  void take(LogRecord record) {
    switch (record) {
      case LogRecord.Boot boot -> boots = boot.count() + 1;
      case LogRecord.State state -> {
        check(state.hardState().term() >= hardState.term(), "a term that falls");
        hardState = state.hardState();
      }
      case LogRecord.Append append -> {
        check(append.entry().index() == entries.size() + 1, "an entry that leaves a gap");
        entries.add(append.entry());
      }
      case LogRecord.Cut cut -> {
        check(cut.index() >= 1 && cut.index() <= entries.size(), "a cut behind the end");
        entries.subList((int) cut.index() - 1, entries.size()).clear();
      }
    }
  }

  Recovered done(long cutBytes) {
    return new Recovered(boots, hardState, entries, cutBytes);
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
