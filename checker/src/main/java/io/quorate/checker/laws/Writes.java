package io.quorate.checker.laws;

/**
 * Counts the writes of one boot, to tell which of them a sync covers. Each {@code term} and {@code
 * vote} is one write, several {@code append} may be one: so the count is the least number that the
 * write surely does not exceed, and is exact again whenever a sync covers all there is.
 */
final class Writes {
  private long most;
  private boolean endsWithEntry;

  /** A term or a vote was written; returns a number that its write does not exceed. */
  long hardState() {
    endsWithEntry = false;
    return ++most;
  }

  /** An entry, or the beginning of a log behind a snapshot, was written. */
  void entry() {
    endsWithEntry = true;
    most++;
  }

  /**
   * A sync covers the writes up to number {@code sequence}.
   *
   * @param wholeLog whether the last entry of the log is among what is durable now
   */
  void synced(long sequence, boolean wholeLog) {
    if (endsWithEntry && wholeLog) {
      most = sequence;
    }
  }
}
