package io.quorate.raft.log;

import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.rules.LogPosition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds from the records, in the order they were written, what they amount to. */
final class Replay {
  private long boots;
  private HardState hardState = new HardState(0, null);

  /** What comes before the first of the entries. */
  private LogPosition before = new LogPosition(0, 0);

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
        check(append.entry().index() == last().index() + 1, "an entry that leaves a gap");
        entries.add(append.entry());
      }
      case LogRecord.Last end -> end(end.position());
    }
  }

  private void end(LogPosition position) {
    if (agrees(position)) {
      entries.subList((int) (position.index() - before.index()), entries.size()).clear();
    } else {
      entries.clear();
      before = position;
    }
  }

  /** Where the log ends that the records amount to, whatever snapshot there is. */
  LogPosition last() {
    return entries.isEmpty()
        ? before
        : new LogPosition(entries.getLast().term(), entries.getLast().index());
  }

  /**
   * What is left on top of a snapshot: where the log does not agree with it, nothing.
   *
   * @throws IllegalArgumentException when the entries that follow the snapshot are gone
   */
  Recovered done(@Nullable Snapshot snapshot, long cutBytes) {
    LogPosition base = snapshot == null ? new LogPosition(0, 0) : snapshot.position();
    check(before.index() <= base.index(), "the entries behind index " + base.index() + " are gone");
    List<LogEntry> rest =
        agrees(base)
            ? entries.subList((int) (base.index() - before.index()), entries.size())
            : List.of();
    return new Recovered(boots, hardState, snapshot, rest, cutBytes);
  }

  private boolean agrees(LogPosition position) {
    long place = position.index() - before.index();
    if (place < 0 || place > entries.size()) {
      return false;
    }
    long term = place == 0 ? before.term() : entries.get((int) place - 1).term();
    return term == position.term();
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
