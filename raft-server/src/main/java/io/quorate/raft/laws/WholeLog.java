package io.quorate.raft.laws;

import io.quorate.raft.LogEntry;
import java.util.AbstractList;
import java.util.List;

/** A log from index 1: what a snapshot stands for is what was committed, the rest is its own. */
final class WholeLog extends AbstractList<LogEntry> {
  private final List<LogEntry> committed;
  private final int gone;
  private final List<LogEntry> rest;

  WholeLog(List<LogEntry> committed, int gone, List<LogEntry> rest) {
    this.committed = committed;
    this.gone = gone;
    this.rest = rest;
  }

  @Override
  public LogEntry get(int place) {
    return place < gone ? committed.get(place) : rest.get(place - gone);
  }

  @Override
  public int size() {
    return gone + rest.size();
  }
}
