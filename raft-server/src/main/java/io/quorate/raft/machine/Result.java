package io.quorate.raft.machine;

import org.jspecify.annotations.Nullable;

/** What executing a command came to. */
public sealed interface Result {
  /** It took effect. */
  Result DONE = new Done();

  /** It found something else than it needs, and changed nothing. */
  Result MISMATCH = new Mismatch();

  /** It took effect. */
  record Done() implements Result {}

  /** It found something else than it needs, and changed nothing. */
  record Mismatch() implements Result {}

  /** It took effect; before it the register held {@code value}. */
  record Held(@Nullable String value) implements Result {}

  /** A session of this number was opened. */
  record Opened(long session) implements Result {}

  /** It was not executed now, and may have been before. */
  record Lost(String reason) implements Result {}

  /** It was not executed, and never before. */
  record Refused(String reason) implements Result {}
}
