package io.quorate.history;

import java.util.HashMap;
import java.util.Map;

/**
 * Which process has which operation open: the law of order that makes lines a history.
 *
 * <p>A process is single-threaded, so it invokes again only after its completion; a completion
 * answers an open invocation; order numbers rise; times are within the run. Gaps in the order
 * numbers are allowed, so that a history may be filtered. Whoever writes, reads or builds a history
 * asks this type first. What it refuses with {@link IllegalSequenceException} changes nothing.
 *
 * @param <T> what is remembered of an open operation
 */
public final class OpenOperations<T> {
  private final Map<Long, T> open = new HashMap<>();
  private long last = -1;

  /** Nothing is open yet. */
  public OpenOperations() {}

  /** Returns the order number that follows the last one. */
  public long next() {
    return last + 1;
  }

  /** Takes an invocation, whose operation is remembered as {@code operation}. */
  public void invoke(long order, Entry.Invoked entry, T operation) {
    check(order, entry);
    checkTime(entry.dueNanos());
    if (open.putIfAbsent(entry.process(), operation) != null) {
      throw new IllegalSequenceException(
          "process " + entry.process() + " invokes again while its operation is open",
          "record an info before, or give the client a new process number");
    }
    last = order;
  }

  /** Takes a completion, and returns what was remembered of the operation it closes. */
  public T complete(long order, Entry.Completed entry) {
    check(order, entry);
    T operation = of(entry.process());
    open.remove(entry.process());
    last = order;
    return operation;
  }

  /** Takes a phase of a disturbance. */
  public void disturb(long order, Entry.Disturbed entry) {
    check(order, entry);
    last = order;
  }

  /** Returns what is remembered of the operation that {@code process} has open. */
  public T of(long process) {
    T operation = open.get(process);
    if (operation == null) {
      throw new IllegalSequenceException(
          "process " + process + " completes but has no operation open",
          "record each invocation before it is sent, and one completion at most");
    }
    return operation;
  }

  private void check(long order, Entry entry) {
    if (order <= last || order == Operation.OPEN) {
      throw new IllegalSequenceException(
          "order number " + order + " after " + last,
          "order numbers i rise from line to line; do not sort a history by time");
    }
    checkTime(entry.timeNanos());
  }

  private static void checkTime(long nanos) {
    if (nanos < 0 || nanos == Operation.OPEN) {
      throw new IllegalSequenceException(
          "time " + nanos + " is not within a run",
          "times are nanoseconds from the start of the run, from 0");
    }
  }
}
