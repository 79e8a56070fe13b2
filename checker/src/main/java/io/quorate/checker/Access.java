package io.quorate.checker;

import io.quorate.history.Value;

/** What a call does to a single register: the alphabet the register searches work with. */
public sealed interface Access {
  /** The register holds {@code value}. */
  record Read(Value value) implements Access {}

  /** Whatever it held, it holds {@code value} now. */
  record Write(Value value) implements Access {}

  /** It held {@code from} and holds {@code to} now. */
  record Cas(Value from, Value to) implements Access {}

  /** The register holds something other than {@code value}. */
  record Differs(Value value) implements Access {}

  /** It neither changes nor says anything. */
  record Nothing() implements Access {}
}
