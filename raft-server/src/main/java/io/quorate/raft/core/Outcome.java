package io.quorate.raft.core;

import org.jspecify.annotations.Nullable;

/** What became of a client's request. */
public sealed interface Outcome {
  /** The entry at {@code index} was committed and applied: answer with its result. */
  record Executed(long index) implements Outcome {}

  /** The state machine, applied to at least {@code index}, may be read now. */
  record Readable(long index) implements Outcome {}

  /** Surely not appended; {@code leader} may know more. */
  record NotLeader(@Nullable String leader) implements Outcome {}

  /** It is done, and there is nothing to tell of it. */
  record Done() implements Outcome {}

  /** Surely not done, for this reason. */
  record Refused(String reason) implements Outcome {}

  /** Appended, and nobody here can say whether it will be committed. */
  record Unknown(String reason) implements Outcome {}
}
