package io.quorate.raft.server;

import io.quorate.raft.Command;
import io.quorate.raft.Utf8;
import io.quorate.raft.protocol.ClientRequest;
import org.jspecify.annotations.Nullable;

/** Looks at what clients bring before anybody else does: every key and value is hostile text. */
final class Door {
  private final Limits limits;

  Door(Limits limits) {
    this.limits = limits;
  }

  /** Why this is refused, or null. */
  @Nullable String objection(ClientRequest.Read read) {
    return key(read.key());
  }

  /** Why this is refused, or null. */
  @Nullable String objection(ClientRequest.Scan scan) {
    return first(key(scan.prefix()), scan.after() == null ? null : key(scan.after()));
  }

  /** Why this is refused, or null. */
  @Nullable String objection(Command command) {
    return switch (command) {
      case Command.Noop noop -> null;
      case Command.Configure configure -> null;
      case Command.OpenSession open -> null;
      case Command.InSession once -> objection(once.update());
      case Command.Update update -> first(key(update.key()), values(update));
    };
  }

  private @Nullable String values(Command.Update update) {
    return switch (update) {
      case Command.Write write -> value(write.value());
      case Command.CompareAndSet cas -> first(value(cas.expected()), value(cas.replacement()));
      case Command.Delete delete -> null;
      case Command.Append append -> value(append.suffix());
      case Command.Add add -> null;
    };
  }

  private @Nullable String key(String key) {
    return key.length() > limits.maxKeyChars()
        ? "the key is longer than " + limits.maxKeyChars() + " characters"
        : text(key);
  }

  private @Nullable String value(@Nullable String value) {
    if (value == null) {
      return null;
    }
    return value.length() > limits.maxValueChars()
        ? "the value is longer than " + limits.maxValueChars() + " characters"
        : text(value);
  }

  /** A text with half a surrogate pair has no UTF-8 form, so it would come back changed. */
  private static @Nullable String text(String text) {
    return Utf8.has(text) ? null : "not Unicode text";
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }
}
