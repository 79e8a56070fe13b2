package io.quorate.history.foreign;

import io.quorate.history.Value;
import org.jspecify.annotations.Nullable;

/**
 * One event as others record them: invocation and completion carry the same fields.
 *
 * @param type what kind it is
 * @param process who
 * @param function what was asked; a completion repeats it
 * @param key the independent object, where it is told apart from the value
 * @param value what is asked or what was answered
 * @param error why it failed or is in doubt, null where nothing was said
 * @param nanos when, from the start of the run, or {@link #NO_TIME}
 */
public record Event(
    Type type,
    long process,
    String function,
    @Nullable String key,
    Value value,
    @Nullable String error,
    long nanos) {
  /** The time of an event that was recorded without one. */
  public static final long NO_TIME = -1;

  /** The kinds of events. */
  public enum Type {
    /** A process asks. */
    INVOKE,
    /** It took effect. */
    OK,
    /** It surely did not. */
    FAIL,
    /** Nobody knows. */
    INFO
  }
}
