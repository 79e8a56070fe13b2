package io.quorate.bench.raft;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What a SOFAJRaft server answers: whether it was done, and what was read. */
final class SofaAnswer implements Serializable {
  private static final long serialVersionUID = 1;

  private final boolean done;
  private final @Nullable String value;

  SofaAnswer(boolean done, @Nullable String value) {
    this.done = done;
    this.value = value;
  }

  boolean isDone() {
    return done;
  }

  @Nullable String value() {
    return value;
  }
}
