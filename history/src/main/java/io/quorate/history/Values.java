package io.quorate.history;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a history, each kept once and known by an id: two values are equal exactly when
 * their ids are. For the checker, which compares values millions of times and builds none.
 *
 * <p>An id says its kind. Below zero it is itself a small integer (of 31 bits), so that the usual
 * values cost nothing but the id. Otherwise its two lowest bits are the kind and the rest is the
 * place in that kind's column: nil, wide integers, texts, sequences. A sequence is kept flat, as
 * the ids of its items.
 */
public final class Values {
  /** The id of {@link Value#NIL}. */
  public static final int NIL = 0;

  private static final int WIDE = 1;
  private static final int TEXT = 2;
  private static final int SEQUENCE = 3;
  private static final int SMALL_BIAS = 1 << 30;

  private final Chunked.Longs wides = new Chunked.Longs();
  private final Names texts = new Names();
  private final Chunked.Ints sequences = new Chunked.Ints();
  private final Chunked.Ints items = new Chunked.Ints();
  private @Nullable IdTable ids = new IdTable();

  Values() {}

  /** Returns the value of {@code id}, built anew. */
  public Value value(int id) {
    if (isInteger(id)) {
      return new Value.Int(integer(id));
    }
    if (isText(id)) {
      return new Value.Text(text(id));
    }
    if (isSequence(id)) {
      Stream<Value> all = IntStream.range(0, length(id)).mapToObj(n -> value(item(id, n)));
      return new Value.Sequence(all.toList());
    }
    return Value.NIL;
  }

  /** Whether {@code id} is an integer's. */
  public boolean isInteger(int id) {
    return id < 0 || (id & 3) == WIDE;
  }

  /** Returns the integer of {@code id}. */
  public long integer(int id) {
    return id < 0 ? (id & Integer.MAX_VALUE) - (long) SMALL_BIAS : wides.get(place(id, WIDE));
  }

  /** Whether {@code id} is a text's. */
  public boolean isText(int id) {
    return id >= 0 && (id & 3) == TEXT;
  }

  /** Returns the text of {@code id}. */
  public String text(int id) {
    String text = texts.get(place(id, TEXT));
    if (text == null) {
      throw new IllegalStateException("a text value without text under id " + id);
    }
    return text;
  }

  /** Whether {@code id} is a sequence's. */
  public boolean isSequence(int id) {
    return id >= 0 && (id & 3) == SEQUENCE;
  }

  /** Returns how many items the sequence {@code id} has. */
  public int length(int id) {
    return items.get(sequences.get(place(id, SEQUENCE)));
  }

  /** Returns the id of item {@code n} of the sequence {@code id}. */
  public int item(int id, int n) {
    if (n < 0 || n >= length(id)) {
      throw new IllegalArgumentException("no item " + n + " in a sequence of " + length(id));
    }
    return items.get(sequences.get(place(id, SEQUENCE)) + 1 + n);
  }

  /** Returns the id of {@code value}, a new one at its first occurrence. */
  int intern(Value value) {
    return switch (value) {
      case Value.Nil nil -> NIL;
      case Value.Int(long number) -> internInteger(number);
      case Value.Text(String text) -> id(texts.intern(text), TEXT);
      case Value.Sequence(List<Value> all) -> internSequence(all);
    };
  }

  /** Gives the indexes of interning away, once nothing more is interned. */
  void seal() {
    texts.seal();
    ids = null;
  }

  private int internInteger(long number) {
    if (number >= -SMALL_BIAS && number < SMALL_BIAS) {
      return (int) (number + SMALL_BIAS) | Integer.MIN_VALUE;
    }
    int hash = Long.hashCode(number * 0x9E3779B97F4A7C15L);
    int known = index().find(hash, id -> (id & 3) == WIDE && integer(id) == number);
    if (known >= 0) {
      return known;
    }
    wides.add(number);
    return filed(hash, id(wides.size() - 1, WIDE));
  }

  private int internSequence(List<Value> all) {
    int[] inner = all.stream().mapToInt(this::intern).toArray();
    int hash = Arrays.hashCode(inner);
    int known = index().find(hash, id -> (id & 3) == SEQUENCE && holds(id, inner));
    if (known >= 0) {
      return known;
    }
    sequences.add(items.size());
    items.add(inner.length);
    for (int item : inner) {
      items.add(item);
    }
    return filed(hash, id(sequences.size() - 1, SEQUENCE));
  }

  private boolean holds(int id, int[] inner) {
    if (length(id) != inner.length) {
      return false;
    }
    int n = 0;
    while (n < inner.length && item(id, n) == inner[n]) {
      n++;
    }
    return n == inner.length;
  }

  private int filed(int hash, int id) {
    index().put(hash, id);
    return id;
  }

  private IdTable index() {
    if (ids == null) {
      throw new IllegalStateException("values are sealed");
    }
    return ids;
  }

  private static int id(int place, int kind) {
    if (place > Integer.MAX_VALUE >>> 2) {
      throw new IllegalArgumentException("more than 2^29 different values of one kind");
    }
    return place << 2 | kind;
  }

  private static int place(int id, int kind) {
    if (id < 0 || (id & 3) != kind) {
      throw new IllegalArgumentException("the value of id " + id + " is of another kind");
    }
    return id >>> 2;
  }
}
