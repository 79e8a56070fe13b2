package io.quorate.raft.machine;

import io.quorate.raft.Chunk;
import io.quorate.raft.Command;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
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
import org.jspecify.annotations.Nullable;

/**
 * Registers by key, each holding a text or nothing. Never iterated but in the order of keys.
 *
 * <p>They lie in shards, so that an image of all costs nothing: afterwards each shard is copied
 * before it is first changed.
 */
public final class Registers {
  private static final int SHARDS = 256;

  private final List<Map<String, String>> shards = new ArrayList<>();

  /** Shards that an image has too. */
  private final BitSet shared = new BitSet(SHARDS);

  /** Registers that hold nothing. */
  public Registers() {
    clear();
  }

  /** Executes a committed command. */
  public Result apply(Command command) {
    return switch (command) {
      case Command.Noop noop -> Result.DONE;
      case Command.Configure configure -> Result.DONE;
      case Command.Write write -> set(write.key(), write.value());
      case Command.CompareAndSet cas ->
          Objects.equals(read(cas.key()), cas.expected())
              ? set(cas.key(), cas.replacement())
              : Result.MISMATCH;
    };
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

  /** What they hold now. */
  public Image image() {
    shared.set(0, SHARDS);
    return new Image(shards);
  }

  /**
   * Makes them hold what an image held.
   *
   * @throws IllegalArgumentException when {@code state} is not the state of registers
   */
  public void restore(Chunk state) {
    clear();
    ByteBuffer in = ByteBuffer.wrap(state.toArray());
    try {
      for (int left = in.getInt(); left > 0; left--) {
        String key = text(in);
        set(key, text(in));
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("a state that ends too early", e);
    }
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("a state with " + in.remaining() + " bytes too many");
    }
  }

  private static String text(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("a text of " + length + " bytes");
    }
    byte[] utf8 = new byte[length];
    in.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private void clear() {
    shards.clear();
    shared.clear();
    for (int i = 0; i < SHARDS; i++) {
      shards.add(new HashMap<>());
    }
  }

  private Result set(String key, @Nullable String value) {
    int shard = shard(key);
    if (shared.get(shard)) {
      shards.set(shard, new HashMap<>(shards.get(shard)));
      shared.clear(shard);
    }
    if (value == null) {
      shards.get(shard).remove(key);
    } else {
      shards.get(shard).put(key, value);
    }
    return Result.DONE;
  }

  private static int shard(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash >>> 24;
  }
}
