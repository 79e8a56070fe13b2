package io.quorate.raft.log;

import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import io.quorate.raft.rules.LogPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server finds when it starts.
 *
 * @param boots how often it had started before
 * @param hardState its term and vote
 * @param snapshot of its state machine, or null
 * @param entries its log, from the index after the snapshot's, or from 1
 * @param cutBytes length of the torn tail that was wiped out
 */
public record Recovered(
    long boots,
    HardState hardState,
    @Nullable Snapshot snapshot,
    List<LogEntry> entries,
    long cutBytes) {
  /** Keeps its own copy. */
  public Recovered {
    entries = List.copyOf(entries);
  }

  /** Where its log ends. */
  LogPosition last() {
    if (!entries.isEmpty()) {
      return new LogPosition(entries.getLast().term(), entries.getLast().index());
    }
    return snapshot == null ? new LogPosition(0, 0) : snapshot.position();
  }
}
