package io.quorate.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts that occur often, each kept once and known by a dense number; null is a name too. */
final class Names {
  private final List<@Nullable String> names = new ArrayList<>();
  private Map<@Nullable String, Integer> ids = new HashMap<>();

  /** Returns the number of {@code name}, the next free one at its first occurrence. */
  int intern(@Nullable String name) {
    Integer known = ids.get(name);
    if (known != null) {
      return known;
    }
    int id = names.size();
    names.add(name);
    ids.put(name, id);
    return id;
  }

  @Nullable String get(int id) {
    return names.get(id);
  }

  int size() {
    return names.size();
  }

  /** Gives the way back from name to number away, once nothing more is interned. */
  void seal() {
    ids = Map.of();
  }
}
