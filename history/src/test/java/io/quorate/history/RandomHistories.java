package io.quorate.history;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Seeded histories with everything in them that a line can hold, hostile texts first. */
public final class RandomHistories {
  private static final List<String> TEXTS =
      List.of(
          "",
          "x",
          "y",
          "n1",
          "a\"b\\c/",
          "\u0000\u0001\u001f\n\r\t\b\f",
          "\u007f\u0085\u009f",
          "\u2028\u2029\u202e\ufeff",
          "\ud800",
          "\udc00x",
          "\udbff\udfff",
          "h\u00e9, \u65e5\u672c",
          "\ud83d\ude00",
          "</script>",
          "{\"i\":0}",
          "null",
          "\ud800\ud800\udc00");

  private final RandomGenerator random;
  private final TreeSet<Long> open = new TreeSet<>();
  private long time;

  /** Everything follows from {@code random}. */
  public RandomHistories(RandomGenerator random) {
    this.random = random;
  }

  /** Returns a lawful sequence of {@code length} entries. */
  public List<Entry> entries(int length) {
    List<Entry> entries = new ArrayList<>();
    while (entries.size() < length) {
      time += random.nextInt(1000);
      entries.add(entry());
    }
    return entries;
  }

  /** Returns a header. */
  public Header header() {
    return new Header(
        Header.CURRENT_VERSION,
        text(),
        pick(List.of(Header.FailedCas.values())),
        random.nextLong(),
        List.of(text(), text(), "n3"));
  }

  /** Returns a text, a hostile one more often than not. */
  public String text() {
    return switch (random.nextInt(4)) {
      case 0 -> "k" + random.nextInt(5);
      case 1 -> pick(TEXTS) + pick(TEXTS);
      case 2 -> String.valueOf((char) random.nextInt(0x10000));
      default -> pick(TEXTS);
    };
  }

  /** Returns a value of at most {@code depth} sequences within one another. */
  public Value value(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> Value.NIL;
      case 1 -> Value.of(random.nextInt(5));
      case 2 -> Value.of(random.nextLong());
      case 3 -> Value.of(text());
      case 4 -> Value.of(pick(EDGES));
      default -> sequence(depth - 1);
    };
  }

  /** Integers at the edges of how they are kept and written. */
  private static final List<Long> EDGES =
      List.of(
          0L,
          -1L,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          (1L << 30) - 1,
          1L << 30,
          -(1L << 30),
          -(1L << 30) - 1,
          999_999_999_999_999_999L,
          1_000_000_000_000_000_000L,
          10L,
          9L);

  private Value sequence(int depth) {
    List<Value> items = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      items.add(value(depth));
    }
    return new Value.Sequence(items);
  }

  private Entry entry() {
    int choice = random.nextInt(10);
    if (choice == 0) {
      return disturbed();
    }
    return choice < 5 && !open.isEmpty() ? completed() : invoked();
  }

  private Entry invoked() {
    long process = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(20);
    while (!open.add(process)) {
      process = random.nextLong();
    }
    Invocation invocation =
        new Invocation(pick(List.of("read", "write", "cas", "\u0007")), maybe(), value(3));
    return new Entry.Invoked(
        time, random.nextBoolean() ? time : time / 2, process, invocation, maybe());
  }

  private Entry completed() {
    Long above = open.ceiling(random.nextLong(40) - 10);
    long process = above == null ? open.first() : above;
    open.remove(process);
    Completion completion =
        switch (random.nextInt(4)) {
          case 0 -> new Completion.Fail(Completion.Fail.MISMATCH);
          case 1 -> new Completion.Fail(text());
          case 2 -> new Completion.Info(text());
          default -> new Completion.Ok(value(3));
        };
    return new Entry.Completed(time, process, completion, maybe());
  }

  private Entry disturbed() {
    return new Entry.Disturbed(
        time,
        "f" + random.nextInt(4),
        text(),
        pick(List.of(Entry.Phase.values())),
        random.nextBoolean() ? List.of() : List.of(link(), link()),
        random.nextBoolean() ? List.of() : List.of(text()),
        random.nextBoolean() ? null : evidence());
  }

  private Evidence evidence() {
    List<Evidence.Probe> probes = new ArrayList<>();
    for (int n = random.nextInt(3); n > 0; n--) {
      probes.add(new Evidence.Probe(link(), random.nextBoolean()));
    }
    return new Evidence(
        pick(List.of(Evidence.Moment.values())), random.nextBoolean(), text(), probes);
  }

  private Link link() {
    String from = text();
    return new Link(from, from + text() + "'");
  }

  private @Nullable String maybe() {
    return random.nextInt(3) == 0 ? null : text();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
