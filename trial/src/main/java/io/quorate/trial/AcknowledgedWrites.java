package io.quorate.trial;

import io.quorate.history.Completion;
import io.quorate.history.Invocation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of acknowledged changes, so that a schedule can wait for one on the other side of a
 * cut and then read its key on this side.
 */
final class AcknowledgedWrites {
  /** The function that changes nothing; every other one is taken for a change. */
  static final String READ = "read";

  private final Map<String, Long> firstByKey = new HashMap<>();
  private @Nullable String latestKey;

  /** One acknowledged change of a key. */
  record Change(String key, long invokedNanos, @Nullable String node) {}

  /**
   * Takes note of a completion.
   *
   * @return the change it acknowledges, or null when it acknowledges none
   */
  @Nullable Change note(
      long now, long invoked, Invocation invocation, Completion completion, @Nullable String node) {
    String key = invocation.key();
    boolean changed = completion instanceof Completion.Ok && !invocation.function().equals(READ);
    if (!changed || key == null) {
      return null;
    }
    firstByKey.putIfAbsent(key, now);
    latestKey = key;
    return new Change(key, invoked, node);
  }

  /** Whether a change of {@code key} had been acknowledged before {@code nanos}. */
  boolean writtenBefore(String key, long nanos) {
    Long first = firstByKey.get(key);
    return first != null && first < nanos;
  }

  /** Returns the key changed last, or null when none ever was. */
  @Nullable String latestKey() {
    return latestKey;
  }
}
