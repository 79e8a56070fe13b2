package io.quorate.nemesis.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a mapping with their values, in the order written. */
public final class Fields {
  private final Item whole;
  private final Map<String, Item> values = new LinkedHashMap<>();

  Fields(Item whole) {
    this.whole = whole;
  }

  void put(Item key, Item value, List<String> known) {
    if (values.put(key.oneOf("key", known), value) != null) {
      throw key.complaint("the key " + Words.quoted(key.text()) + " stands here twice");
    }
  }

  /** Returns the value of {@code key}, if it is there. */
  public Optional<Item> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Returns the value of {@code key}, or complains that it is missing. */
  public Item required(String key) {
    return get(key)
        .orElseThrow(() -> whole.complaint("the key " + Words.quoted(key) + " is missing"));
  }

  /** Returns the one key of {@code verbs} that is there, or complains of none and of several. */
  public String exactlyOne(List<String> verbs) {
    List<String> found = values.keySet().stream().filter(verbs::contains).toList();
    if (found.size() != 1) {
      throw whole.complaint(
          "exactly one of "
              + String.join(", ", verbs)
              + " is needed here, got "
              + (found.isEmpty() ? "none" : String.join(" and ", found)));
    }
    return found.getFirst();
  }

  /** Complains when a key is there that {@code verb} does not take. */
  public void onlyWith(String verb, List<String> taken) {
    for (Map.Entry<String, Item> field : values.entrySet()) {
      if (!field.getKey().equals(verb) && !taken.contains(field.getKey())) {
        throw field
            .getValue()
            .complaint(
                Words.quoted(field.getKey()) + " has no meaning beside " + Words.quoted(verb));
      }
    }
  }
}
