package io.quorate.raft.state;

import io.quorate.raft.LogEntry;
import io.quorate.raft.rules.LogPosition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The log in memory, and how much of it is known to be durable here. Indices count from 1; the
 * first entries may be gone, when a snapshot stands for them (7).
 */
public final class RaftLog {
  /** A write under way: once {@code sequence} is durable, so are entries up to {@code last}. */
  private record Mark(long sequence, long last) {}

  private final List<LogEntry> entries;
  private final Deque<Mark> marks = new ArrayDeque<>();

  /** What comes before the first of the entries. */
  private LogPosition before;

  private long durable;

  /** A log that was recovered, so all of it is durable. */
  public RaftLog(LogPosition before, List<LogEntry> recovered) {
    this.before = before;
    entries = new ArrayList<>(recovered);
    durable = lastIndex();
  }

  /** What comes before the first entry that is still here. */
  public LogPosition before() {
    return before;
  }

  public long lastIndex() {
    return before.index() + entries.size();
  }

  public LogPosition last() {
    return at(lastIndex());
  }

  /** The place of an entry that is here, or of what comes before the first. */
  public LogPosition at(long index) {
    return new LogPosition(termAt(index), index);
  }

  /** The term of the entry at {@code index}: 0 at index 0, -1 where there is no entry. */
  public long termAt(long index) {
    if (index == 0) {
      return 0;
    }
    if (index == before.index()) {
      return before.term();
    }
    return index < before.index() || index > lastIndex() ? -1 : entries.get(place(index)).term();
  }

  /** The index of the first entry here of the term that the entry at {@code index} has. */
  public long firstOfTermAt(long index) {
    long first = index;
    while (first > before.index() + 1 && termAt(first - 1) == termAt(index)) {
      first--;
    }
    return first;
  }

  /** The index of the last entry here whose term is at most {@code term}, 0 when there is none. */
  public long lastUpToTerm(long term) {
    long last = lastIndex();
    while (last > before.index() && termAt(last) > term) {
      last--;
    }
    return termAt(last) > term ? 0 : last;
  }

  /** The entries from {@code first} to {@code last}, both included; a view. */
  public List<LogEntry> slice(long first, long last) {
    return first > last ? List.of() : entries.subList(place(first), place(last) + 1);
  }

  /** All that is here; a view. */
  public List<LogEntry> view() {
    return Collections.unmodifiableList(entries);
  }

  public void append(List<LogEntry> more) {
    entries.addAll(more);
  }

  /** Removes the entry at {@code index} and all behind it: they are no longer durable either. */
  public void cutFrom(long index) {
    entries.subList(place(index), entries.size()).clear();
    durable = Math.min(durable, index - 1);
    List<Mark> lowered = marks.stream().map(mark -> lowered(mark, index - 1)).toList();
    marks.clear();
    marks.addAll(lowered);
  }

  private static Mark lowered(Mark mark, long last) {
    return mark.last() <= last ? mark : new Mark(mark.sequence(), last);
  }

  /** Lets go of the entries up to {@code index}: a durable snapshot stands for them. */
  public void compactTo(long index) {
    if (index > before.index()) {
      LogPosition next = at(index);
      entries.subList(0, place(index) + 1).clear();
      before = next;
      durable = Math.max(durable, index);
    }
  }

  /** Lets go of everything: a durable snapshot stands for the log of others up to there. */
  public void resetTo(LogPosition position) {
    entries.clear();
    marks.clear();
    before = position;
    durable = position.index();
  }

  /** Notes that the log as it is now is durable once write {@code sequence} is. */
  public void writing(long sequence) {
    marks.add(new Mark(sequence, lastIndex()));
  }

  /** Takes notice that write {@code sequence}, and all before it, is durable. */
  public void synced(long sequence) {
    while (!marks.isEmpty() && marks.element().sequence() <= sequence) {
      durable = Math.max(durable, marks.remove().last());
    }
  }

  public long durableIndex() {
    return durable;
  }

  private int place(long index) {
    return (int) (index - before.index()) - 1;
  }
}
