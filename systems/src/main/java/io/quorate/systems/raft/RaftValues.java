package io.quorate.systems.raft;

import io.quorate.history.Value;
import org.jspecify.annotations.Nullable;

/**
 * Values as the texts a register holds, and back: {@code i:42}, {@code s:text}, null. A register
 * that holds any other text was written by nobody here; it is shown as it is, which no write ever
 * wrote, so that a checker sees the strangeness.
 */
final class RaftValues {
  private static final String INTEGER = "i:";
  private static final String TEXT = "s:";

  private RaftValues() {}

  /** Returns the register's text; IllegalArgumentException for a value it cannot hold. */
  static @Nullable String toRegister(Value value) {
    return switch (value) {
      case Value.Nil v -> null;
      case Value.Int v -> INTEGER + v.number();
      case Value.Text v -> TEXT + v.text();
      case Value.Sequence v -> throw new IllegalArgumentException("a register holds no sequence");
    };
  }

  static Value fromRegister(@Nullable String text) {
    if (text == null) {
      return Value.NIL;
    }
    if (text.startsWith(TEXT)) {
      return Value.of(text.substring(TEXT.length()));
    }
    if (text.matches("i:(0|-?[1-9]\\d{0,18})")) {
      try {
        return Value.of(Long.parseLong(text.substring(INTEGER.length())));
      } catch (NumberFormatException e) {
        // Nineteen digits beyond 64 bits: no value of ours, shown as it is below.
        return Value.of(text);
      }
    }
    return Value.of(text);
  }
}
