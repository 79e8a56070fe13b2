package io.quorate.history;

import org.jspecify.annotations.Nullable;

/**
 * What a process asks of the system: a function of one object with an argument.
 *
 * @param function the operation's name: {@code read}, {@code write}, {@code cas}, ...
 * @param key the independent object it addresses, or null where the system has only one
 * @param argument what is written, {@code [expected, replacement]} of a cas, or nil for a read
 */
public record Invocation(String function, @Nullable String key, Value argument) {
  /** The function that looks and changes nothing. */
  public static final String READ = "read";

  /** Refuses an empty function name. */
  public Invocation {
    if (function.isEmpty()) {
      throw new IllegalArgumentException("an invocation needs a function name");
    }
  }
}
