package io.quorate.raft;

import org.jspecify.annotations.Nullable;

/** What a log entry tells the state machine to do. */
public sealed interface Command {
  /** Nothing: the first entry of each leader's term (Raft 8). */
  record Noop() implements Command {}

  /** Changes who takes part; in force as soon as it is in the log (thesis 4). */
  record Configure(Configuration configuration) implements Command {}

  /** Sets register {@code key} to {@code value}; null removes it. */
  record Write(String key, @Nullable String value) implements Command {}

  /** Sets register {@code key} to {@code replacement} if it holds {@code expected}. */
  record CompareAndSet(String key, @Nullable String expected, @Nullable String replacement)
      implements Command {}
}
