package io.quorate.raft.machine;

import org.jspecify.annotations.Nullable;

/** What executing a command came to. */
public sealed interface Result {
  /** It took effect. */
  Result DONE = new Done();

  /** It found something else than it needs, and changed nothing. */
  Result MISMATCH = new Mismatch();

  /** It would have passed what all registers may hold together, and changed nothing. */
  Result FULL = new Full();

  /** It took effect. */
  record Done() implements Result {}

  /** It found something else than it needs, and changed nothing. */
  record Mismatch() implements Result {}

  /** It would have passed what all registers may hold together, and changed nothing. */
  record Full() implements Result {}

  /** It took effect; before it the register held {@code value}, a number or nothing. */
  record Held(@Nullable String value) implements Result {
    /** Refuses what no number is as long as: sessions keep it. */
    public Held {
      if (value != null && value.length() > StateLimits.ANSWER_BYTES) {
        throw new IllegalArgumentException("a number of " + value.length() + " characters");
      }
    }
  }

  /** A session of this number was opened. */
  record Opened(long session) implements Result {}

  /** It was not executed now, and may have been before. */
  record Lost(String reason) implements Result {}

  /** It was not executed, and never before. */
  record Refused(String reason) implements Result {}
}
