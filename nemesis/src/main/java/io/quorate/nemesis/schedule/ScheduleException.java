package io.quorate.nemesis.schedule;

/**
 * A schedule that cannot be run; the message is one sentence that says where, why and what to do.
 */
public final class ScheduleException extends RuntimeException {
  /** Says {@code sentence}. */
  public ScheduleException(String sentence) {
    super(sentence);
  }
}
