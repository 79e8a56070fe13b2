package io.quorate.raft.machine;

import io.quorate.raft.Command;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Registers by key, each holding a text or nothing. Never iterated but in the order of keys. */
public final class Registers {
  private final Map<String, String> values = new HashMap<>();

  /** Executes a committed command. */
  public Result apply(Command command) {
    return switch (command) {
      case Command.Noop noop -> Result.DONE;
      case Command.Write write -> set(write.key(), write.value());
      case Command.CompareAndSet cas ->
          Objects.equals(values.get(cas.key()), cas.expected())
              ? set(cas.key(), cas.replacement())
              : Result.MISMATCH;
    };
  }

  /** What the register holds, null for nothing. */
  public @Nullable String read(String key) {
    return values.get(key);
  }

  /** All that hold something, by key; a copy. */
  public SortedMap<String, String> contents() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  private Result set(String key, @Nullable String value) {
    if (value == null) {
      values.remove(key);
    } else {
      values.put(key, value);
    }
    return Result.DONE;
  }
}
