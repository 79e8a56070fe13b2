package io.quorate.history;

import org.jspecify.annotations.Nullable;

/**
 * One operation of a history: an interval, closed at both ends, with what was asked and answered.
 *
 * <p>A view built on demand over the columns of a {@link History}. Whether one operation precedes
 * another is decided by the order numbers alone ({@code a} precedes {@code b} when {@code
 * a.returnOrder < b.invokeOrder}); the times are for people and charts.
 *
 * @param index its row in the history, dense from 0 in the order of invocation
 * @param process the logical single-threaded process that ran it
 * @param invocation what was asked
 * @param completion how it ended; an operation never completed in the file is {@code Info}
 * @param invokeOrder order number {@code i} of the invocation
 * @param returnOrder order number {@code i} of the completion, {@link #OPEN} when not {@code Ok} or
 *     {@code Fail}
 * @param dueNanos intended start, nanoseconds from the start of the run
 * @param invokedNanos time of the invocation
 * @param completedNanos time of the completion as recorded, {@link #OPEN} when there is none
 * @param node the node it was addressed to as far as known: last one that was sent the request
 */
public record Operation(
    int index,
    long process,
    Invocation invocation,
    Completion completion,
    long invokeOrder,
    long returnOrder,
    long dueNanos,
    long invokedNanos,
    long completedNanos,
    @Nullable String node) {
  /** Order number and time of an end that never came. */
  public static final long OPEN = Long.MAX_VALUE;

  /**
   * Whether this operation can bear on consistency. A history keeps every operation; a judge skips
   * those that do not matter.
   *
   * <p>What is ok matters. What failed did not happen; only a cas refused as {@link
   * Completion.Fail#MISMATCH} says something of the register, where {@code failedCas} takes it so.
   * A read in doubt changed nothing and told nobody anything. Other functions in doubt may have
   * taken effect and stay, also those a model knows to change nothing: that costs, but is true.
   */
  public boolean matters(Header.FailedCas failedCas) {
    return switch (completion) {
      case Completion.Ok ok -> true;
      case Completion.Info info -> !invocation.function().equals(Invocation.READ);
      case Completion.Fail fail ->
          failedCas == Header.FailedCas.OBSERVE && fail.error().equals(Completion.Fail.MISMATCH);
    };
  }

  /** Whether this operation returned before {@code later} was invoked. */
  public boolean precedes(Operation later) {
    return returnOrder < later.invokeOrder;
  }
}
