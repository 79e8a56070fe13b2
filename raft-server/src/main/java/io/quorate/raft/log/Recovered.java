package io.quorate.raft.log;

import io.quorate.raft.HardState;
import io.quorate.raft.LogEntry;
import java.util.List;

/**
 * What a server finds when it starts.
 *
 * @param boots how often it had started before
 * @param hardState its term and vote
 * @param entries its log, from index 1
 * @param cutBytes length of the torn tail that was cut off
 */
public record Recovered(long boots, HardState hardState, List<LogEntry> entries, long cutBytes) {
  /** Keeps its own copy. */
  public Recovered {
    entries = List.copyOf(entries);
  }
}
