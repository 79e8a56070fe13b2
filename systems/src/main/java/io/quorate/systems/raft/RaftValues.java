package io.quorate.systems.raft;

import io.quorate.history.Value;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values as the texts a register holds, and back: {@code i:42}, {@code s:text}, null, and the list
 * {@code +1+2} that appends make. A register that holds any other text was written by nobody here;
 * it is shown as it is, which no write ever wrote, so that a checker sees the strangeness.
 */
final class RaftValues {
  private static final String INTEGER = "i:";
  private static final String TEXT = "s:";
  private static final String ITEM = "+";
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,17}");

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

  /** Returns what one append adds; IllegalArgumentException for an item no list here holds. */
  static String toItem(Value value) {
    String number = value instanceof Value.Int item ? Long.toString(item.number()) : "";
    if (!NUMBER.matcher(number).matches()) {
      throw new IllegalArgumentException("a list holds numbers of at most 18 digits");
    }
    return ITEM + number;
  }

  private static Value list(String text) {
    List<String> items = List.of(text.substring(ITEM.length()).split("\\+", -1));
    return items.stream().allMatch(item -> NUMBER.matcher(item).matches())
        ? new Value.Sequence(items.stream().map(item -> Value.of(Long.parseLong(item))).toList())
        : Value.of(text);
  }

  static Value fromRegister(@Nullable String text) {
    if (text == null) {
      return Value.NIL;
    }
    if (text.startsWith(TEXT)) {
      return Value.of(text.substring(TEXT.length()));
    }
    if (text.startsWith(ITEM)) {
      return list(text);
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
