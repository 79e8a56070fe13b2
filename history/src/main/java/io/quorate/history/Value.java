package io.quorate.history;

import java.util.List;

/**
 * A value an operation carries: null, a 64-bit integer, a text, or a sequence of values.
 *
 * <p>These four are what every history file form of the field can hold. A compare-and-set carries
 * the sequence {@code [expected, replacement]}.
 */
public sealed interface Value {
  /** The absent value: a register never written, a read not yet answered. */
  Value NIL = new Nil();

  /** Returns the integer {@code number} as a value. */
  static Value of(long number) {
    return new Int(number);
  }

  /** Returns the text {@code text} as a value. */
  static Value of(String text) {
    return new Text(text);
  }

  /** Returns the sequence of {@code items} as a value. */
  static Value sequence(Value... items) {
    return new Sequence(List.of(items));
  }

  /** The absent value. */
  record Nil() implements Value {
    @Override
    public String toString() {
      return "nil";
    }
  }

  /** A 64-bit signed integer. */
  record Int(long number) implements Value {
    @Override
    public String toString() {
      return Long.toString(number);
    }
  }

  /** A text. It is hostile until proven otherwise: quote it wherever it is shown. */
  record Text(String text) implements Value {
    @Override
    public String toString() {
      return '"' + text + '"';
    }
  }

  /** An ordered sequence of values. */
  record Sequence(List<Value> items) implements Value {
    /** Keeps its own unmodifiable copy of {@code items}. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return items.toString();
    }
  }
}
