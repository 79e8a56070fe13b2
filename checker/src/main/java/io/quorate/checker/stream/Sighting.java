package io.quorate.checker.stream;

import org.jspecify.annotations.Nullable;

/**
 * A violation, seen at the first entry that left no legal order.
 *
 * @param key the object, or null where the history has only one
 * @param words what is wrong, in one sentence; values in it are hostile text
 */
public record Sighting(@Nullable String key, String words) {
  @Override
  public String toString() {
    return (key == null ? "" : "key " + key + ": ") + words;
  }
}
