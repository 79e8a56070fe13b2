package io.quorate.raft.rules;

import java.util.Comparator;

/**
 * Where a log ends. The order is that of 5.4.1: the later term is more up-to-date, of equal terms
 * the longer log is.
 *
 * @param term of the last entry, 0 for an empty log
 * @param index of the last entry, 0 for an empty log
 */
public record LogPosition(long term, long index) implements Comparable<LogPosition> {
  private static final Comparator<LogPosition> UP_TO_DATE =
      Comparator.comparingLong(LogPosition::term).thenComparingLong(LogPosition::index);

  @Override
  public int compareTo(LogPosition other) {
    return UP_TO_DATE.compare(this, other);
  }
}
