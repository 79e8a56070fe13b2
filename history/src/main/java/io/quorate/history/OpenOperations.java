package io.quorate.history;

import java.util.HashMap;
import java.util.Map;

/**
 * Which process has which operation open: the law of order that makes lines a history.
 *
 * <p>A process is single-threaded, so it invokes again only after its completion; a completion
 * answers an open invocation; order numbers rise; times are within the run. Gaps in the order
 * numbers are allowed, so that a history may be filtered. Whoever reads, writes or builds a history
 * asks this type first.
 *
 * @param <T> what is remembered of an open operation
 */
public final class OpenOperations<T> {
  private final Map<Long, T> open = new HashMap<>();
  private long last = -1;

  /** Returns the order number that follows the last one. */
  public long next() {
    return last + 1;
  }

  /** Takes the order number and time of the next line, whatever it says. */
  public void advance(long order, Entry entry) {
    if (order <= last || order == Operation.OPEN) {
      throw new IllegalSequenceException(
          "order number " + order + " after " + last,
          "order numbers i rise from line to line; do not sort a history by time");
    }
    checkTime(entry.timeNanos());
    if (entry instanceof Entry.Invoked invoked) {
      checkTime(invoked.dueNanos());
    }
    last = order;
  }

  /** Opens {@code operation} for {@code process}. */
  public void open(long process, T operation) {
    if (open.putIfAbsent(process, operation) != null) {
      throw new IllegalSequenceException(
          "process " + process + " invokes again while its operation is open",
          "record an info before, or give the client a new process number");
    }
  }

  /** Returns the operation {@code process} has open, and closes it. */
  public T close(long process) {
    T operation = open.remove(process);
    if (operation == null) {
      throw new IllegalSequenceException(
          "process " + process + " completes but has no operation open",
          "record each invocation before it is sent, and one completion at most");
    }
    return operation;
  }

  private static void checkTime(long nanos) {
    if (nanos < 0 || nanos == Operation.OPEN) {
      throw new IllegalSequenceException(
          "time " + nanos + " is not within a run",
          "times are nanoseconds from the start of the run, from 0");
    }
  }
}
