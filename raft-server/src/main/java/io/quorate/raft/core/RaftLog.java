package io.quorate.raft.core;

import io.quorate.raft.LogEntry;
import io.quorate.raft.rules.LogPosition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The log in memory, and how much of it is known to be durable here. Indices count from 1. */
final class RaftLog {
  /** A write under way: once {@code sequence} is durable, so are entries up to {@code last}. */
  private record Mark(long sequence, long last) {}

  private final List<LogEntry> entries;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long durable;

  /** A log that was recovered, so all of it is durable. */
  RaftLog(List<LogEntry> recovered) {
    entries = new ArrayList<>(recovered);
    durable = entries.size();
  }

  long lastIndex() {
    return entries.size();
  }

  LogPosition last() {
    return new LogPosition(termAt(lastIndex()), lastIndex());
  }

  /** The term of the entry at {@code index}: 0 at index 0, -1 where there is no entry. */
  long termAt(long index) {
    if (index == 0) {
      return 0;
    }
    return index < 0 || index > lastIndex() ? -1 : entries.get((int) index - 1).term();
  }

  /** The index of the first entry of the term that the entry at {@code index} has. */
  long firstOfTermAt(long index) {
    long first = index;
    while (first > 1 && termAt(first - 1) == termAt(index)) {
      first--;
    }
    return first;
  }

  /** The index of the last entry whose term is at most {@code term}, 0 when there is none. */
  long lastUpToTerm(long term) {
    long last = lastIndex();
    while (last > 0 && termAt(last) > term) {
      last--;
    }
    return last;
  }

  /** The entries from {@code first} to {@code last}, both included; a view. */
  List<LogEntry> slice(long first, long last) {
    return first > last ? List.of() : entries.subList((int) first - 1, (int) last);
  }

  /** The whole log; a view. */
  List<LogEntry> view() {
    return Collections.unmodifiableList(entries);
  }

  void append(List<LogEntry> more) {
    entries.addAll(more);
  }

  /** Removes the entry at {@code index} and all behind it: they are no longer durable either. */
  void cutFrom(long index) {
    entries.subList((int) index - 1, entries.size()).clear();
    durable = Math.min(durable, index - 1);
    List<Mark> lowered = marks.stream().map(mark -> lowered(mark, index - 1)).toList();
    marks.clear();
    marks.addAll(lowered);
  }

  private static Mark lowered(Mark mark, long last) {
    return mark.last() <= last ? mark : new Mark(mark.sequence(), last);
  }

  /** Notes that the log as it is now is durable once write {@code sequence} is. */
  void writing(long sequence) {
    marks.add(new Mark(sequence, lastIndex()));
  }

  /** Takes notice that write {@code sequence}, and all before it, is durable. */
  void synced(long sequence) {
    while (!marks.isEmpty() && marks.element().sequence() <= sequence) {
      durable = Math.max(durable, marks.remove().last());
    }
  }

  long durableIndex() {
    return durable;
  }
}
