package io.quorate.jepsen;

import clojure.lang.BigInt;
import clojure.lang.Keyword;
import clojure.lang.TaggedLiteral;
import io.quorate.history.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clojure's data as values: what a value can be stays what it is, a keyword becomes the text of its
 * name, a set or map a sequence in one fixed order, a tagged form its tag and form, everything else
 * the text it prints as.
 */
final class Plain {
  /** Most collections within one another. */
  static final int MAX_DEPTH = 32;

  private static final Comparator<Value> ORDER = Comparator.comparing(Value::toString);

  private Plain() {}

  /**
   * Returns {@code data} as a value.
   *
   * @throws IllegalArgumentException where collections lie deeper than {@link #MAX_DEPTH}
   */
  static Value value(@Nullable Object data) {
    return value(data, 0);
  }

  /** Returns the name of a keyword, symbol or text. */
  static String name(Object word) {
    return word instanceof Keyword keyword ? keyword.sym.toString() : word.toString();
  }

  private static Value value(@Nullable Object data, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "a value with more than " + MAX_DEPTH + " collections within one another");
    }
    return switch (data) {
      case null -> Value.NIL;
      case Long number -> Value.of(number);
      case Integer number -> Value.of(number);
      case Short number -> Value.of(number);
      case Byte number -> Value.of(number);
      case BigInt number -> integer(number.toBigInteger());
      case BigInteger number -> integer(number);
      case List<?> items -> new Value.Sequence(values(items, depth));
      case Set<?> items -> new Value.Sequence(values(items, depth).stream().sorted(ORDER).toList());
      case Map<?, ?> map -> new Value.Sequence(pairs(map, depth));
      case TaggedLiteral tagged ->
          Value.sequence(Value.of("#" + tagged.tag), value(tagged.form, depth + 1));
      default -> Value.of(name(data));
    };
  }

  private static Value integer(BigInteger number) {
    return number.bitLength() < Long.SIZE
        ? Value.of(number.longValueExact())
        : Value.of(number.toString());
  }

  private static List<Value> values(Iterable<?> items, int depth) {
    List<Value> values = new ArrayList<>();
    for (Object item : items) {
      values.add(value(item, depth + 1));
    }
    return values;
  }

  private static List<Value> pairs(Map<?, ?> map, int depth) {
    List<Value> pairs = new ArrayList<>();
    map.forEach(
        (key, value) -> pairs.add(Value.sequence(value(key, depth + 1), value(value, depth + 1))));
    pairs.sort(ORDER);
    return pairs;
  }
}
