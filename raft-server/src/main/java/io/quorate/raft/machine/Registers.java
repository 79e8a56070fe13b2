package io.quorate.raft.machine;

import io.quorate.raft.Command;
import io.quorate.raft.Command.Update;
import io.quorate.raft.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Registers by key, each holding a text or nothing; in the order of the keys. */
public final class Registers {
  /**
   * What can be added to. Long.parseLong alone would take digits of every script, and zeros without
   * end.
   */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");

  private final long maxChars;
  private long chars;

  /** All that hold something. */
  private final KeyBlocks blocks = new KeyBlocks();

  /** Registers that hold nothing, and together never more than so many characters. */
  Registers(long maxChars) {
    this.maxChars = maxChars;
  }

  /** Executes a committed update. */
  Result apply(Update update) {
    return switch (update) {
      case Command.Write write -> set(write.key(), write.value());
      case Command.CompareAndSet cas ->
          Objects.equals(read(cas.key()), cas.expected())
              ? set(cas.key(), cas.replacement())
              : Result.MISMATCH;
      case Command.Delete delete ->
          read(delete.key()) == null ? Result.MISMATCH : set(delete.key(), null);
      case Command.Append append -> append(append.key(), append.suffix());
      case Command.Add add -> add(add.key(), add.delta());
    };
  }

  private Result append(String key, String suffix) {
    String held = read(key);
    String longer = held == null ? suffix : held + suffix;
    return longer.getBytes(StandardCharsets.UTF_8).length > Command.MOST_VALUE_BYTES
        ? Result.MISMATCH
        : set(key, longer);
  }

  private Result add(String key, long delta) {
    String held = read(key);
    if (held != null && !NUMBER.matcher(held).matches()) {
      return Result.MISMATCH;
    }
    try {
      long sum = Math.addExact(held == null ? 0 : Long.parseLong(held), delta);
      return set(key, Long.toString(sum)).equals(Result.FULL) ? Result.FULL : new Result.Held(held);
    } catch (NumberFormatException | ArithmeticException tooLarge) {
      return Result.MISMATCH;
    }
  }

  /** What the register holds, null for nothing. */
  public @Nullable String read(String key) {
    return blocks.get(key);
  }

  /** All that hold something, by key; a copy. */
  public SortedMap<String, String> contents() {
    TreeMap<String, String> all = new TreeMap<>();
    blocks.walk(
        "",
        (key, value) -> {
          all.put(key, value);
          return true;
        });
    return Collections.unmodifiableSortedMap(all);
  }

  /**
   * The first registers, by key, that begin with {@code prefix} and come behind {@code after}.
   * Looks at those alone.
   *
   * @param after a key, or null for the beginning
   * @param most at most so many
   */
  public SortedMap<String, String> scan(String prefix, @Nullable String after, int most) {
    TreeMap<String, String> page = new TreeMap<>();
    String first = after == null || after.compareTo(prefix) < 0 ? prefix : after;
    blocks.walk(
        first,
        (key, value) -> {
          boolean wanted = page.size() < most && key.startsWith(prefix);
          if (wanted && !key.equals(after)) {
            page.put(key, value);
          }
          return wanted;
        });
    return page;
  }

  /** All as they are now. */
  KeyBlocks.Image share() {
    return blocks.share();
  }

  /** Makes them hold what an image held. */
  void restore(StateReader in) {
    blocks.clear();
    chars = 0;
    for (int left = in.getCount(); left > 0; left--) {
      byte[] key = in.getUtf8();
      byte[] value = in.getUtf8();
      blocks.append(key, value);
      chars += size(Utf8.chars(key), Utf8.chars(value));
    }
  }

  private Result set(String key, @Nullable String value) {
    if (value != null && !fits(key, value)) {
      return Result.FULL;
    }
    put(key, value);
    return Result.DONE;
  }

  /** Looks at what the register holds only where room is short; what is no longer always fits. */
  private boolean fits(String key, String value) {
    long with = chars + size(key, value);
    return with <= maxChars || with - size(key, read(key)) <= Math.max(maxChars, chars);
  }

  private void put(String key, @Nullable String value) {
    byte[] before = value == null ? blocks.remove(key) : blocks.put(key, value);
    long had = before == null ? 0 : size(key.length(), Utf8.chars(before));
    chars += size(key, value) - had;
  }

  private static long size(String key, @Nullable String value) {
    return value == null ? 0 : size(key.length(), value.length());
  }

  private static long size(int keyChars, int valueChars) {
    return (long) StateLimits.REGISTER_CHARS + keyChars + valueChars;
  }
}
