package io.quorate.raft.machine;

import io.quorate.raft.Command;
import io.quorate.raft.Command.Update;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Registers by key, each holding a text or nothing. Never iterated but in the order of keys.
 *
 * <p>They lie in shards, so that an image of all costs nothing: afterwards each shard is copied
 * before it is first changed. Beside them lie the keys in their order, so that a page costs no more
 * than what is on it; a new value of a register that is there already leaves them alone.
 */
public final class Registers {
  private static final int SHARDS = 256;

  /** What a register can hold, in UTF-8. */
  static final int MOST_BYTES = 64 << 10;

  /**
   * What can be added to. Long.parseLong alone would take digits of every script, and zeros without
   * end.
   */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");

  private final List<Map<String, String>> shards = new ArrayList<>();

  private final long maxChars;
  private long chars;

  /** Of all registers that hold something. */
  private final KeyOrder keys = new KeyOrder();

  /** Shards that an image has too. */
  private final BitSet shared = new BitSet(SHARDS);

  /** Registers that hold nothing, and together never more than so many characters. */
  Registers(long maxChars) {
    this.maxChars = maxChars;
    clear();
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
    return longer.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
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
    return shards.get(shard(key)).get(key);
  }

  /** All that hold something, by key; a copy. */
  public SortedMap<String, String> contents() {
    TreeMap<String, String> all = new TreeMap<>();
    shards.forEach(all::putAll);
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
    keys.walk(
        first,
        key -> {
          boolean wanted = page.size() < most && key.startsWith(prefix);
          if (wanted && !key.equals(after)) {
            page.put(key, shards.get(shard(key)).get(key));
          }
          return wanted;
        });
    return page;
  }

  /** The shards as they are now; each is copied before it is next changed. */
  List<Map<String, String>> share() {
    shared.set(0, SHARDS);
    return List.copyOf(shards);
  }

  /** Makes them hold what an image held. */
  void restore(StateReader in) {
    clear();
    for (int left = in.getCount(); left > 0; left--) {
      String key = in.getWord();
      put(key, in.getWord());
    }
  }

  private void clear() {
    shards.clear();
    shared.clear();
    keys.clear();
    chars = 0;
    for (int i = 0; i < SHARDS; i++) {
      shards.add(new HashMap<>());
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
    Map<String, String> shard = own(shard(key));
    String held = value == null ? shard.remove(key) : shard.put(key, value);
    chars += size(key, value) - size(key, held);
    if (held == null && value != null) {
      keys.add(key);
    } else if (held != null && value == null) {
      keys.remove(key);
    }
  }

  private static long size(String key, @Nullable String value) {
    return value == null ? 0 : StateLimits.REGISTER_CHARS + key.length() + value.length();
  }

  /** A shard that may be changed: no image has it. */
  private Map<String, String> own(int shard) {
    if (shared.get(shard)) {
      shards.set(shard, new HashMap<>(shards.get(shard)));
      shared.clear(shard);
    }
    return shards.get(shard);
  }

  private static int shard(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash >>> 24;
  }
}
