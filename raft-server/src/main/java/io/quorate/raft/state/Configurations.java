package io.quorate.raft.state;

import io.quorate.raft.Configuration;
import io.quorate.raft.LogEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The configurations of a log. The last one is in force from the moment it is in the log, committed
 * or not (thesis 4.1); when it is cut off, the one before it is again.
 */
public final class Configurations {
  private record Entry(long index, Configuration configuration) {}

  private final List<Entry> entries = new ArrayList<>();

  /**
   * The configurations of a log that was recovered.
   *
   * @param index where the log begins: its snapshot's, or 0
   * @param base the one in force there
   */
  public Configurations(long index, Configuration base, List<LogEntry> log) {
    entries.add(new Entry(index, base));
    appended(log);
  }

  /** The one in force. */
  public Configuration latest() {
    return entries.getLast().configuration();
  }

  /** Where the one in force stands in the log. */
  public long latestIndex() {
    return entries.getLast().index();
  }

  /** The one in force at {@code index}, which no snapshot stands for. */
  public Configuration at(long index) {
    int place = entries.size() - 1;
    while (place > 0 && entries.get(place).index() > index) {
      place--;
    }
    return entries.get(place).configuration();
  }

  /** Whether the server has a vote in any of them. */
  public boolean voted(String server) {
    return entries.stream().anyMatch(entry -> entry.configuration().votes(server));
  }

  /** Whether there is another in force now that the log has these entries too. */
  public boolean appended(List<LogEntry> more) {
    int before = entries.size();
    for (LogEntry entry : more) {
      Configuration brought = entry.configuration();
      if (brought != null) {
        entries.add(new Entry(entry.index(), brought));
      }
    }
    return entries.size() > before;
  }

  /** Whether there is another in force now that the log ends before {@code index}. */
  public boolean cutFrom(long index) {
    return entries.removeIf(entry -> entry.index() >= index && !entry.equals(entries.getFirst()));
  }

  /** A snapshot stands for the log up to {@code index}. */
  public void compactTo(long index) {
    while (entries.size() > 1 && entries.get(1).index() <= index) {
      entries.removeFirst();
    }
  }

  /** A snapshot of others, with this configuration, stands for the whole log. */
  public void resetTo(long index, Configuration configuration) {
    entries.clear();
    entries.add(new Entry(index, configuration));
  }
}
