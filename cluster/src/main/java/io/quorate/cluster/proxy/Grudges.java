package io.quorate.cluster.proxy;

import io.quorate.history.Link;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The faults in force and what they make of each link together: a union, so that lifting one keeps
 * the others.
 */
final class Grudges {
  private final Map<String, Map<Link, Condition>> byFault = new LinkedHashMap<>();

  /**
   * Puts {@code condition} on {@code links} for {@code fault}, in the place of what it did before.
   */
  void put(String fault, Collection<Link> links, Condition condition) {
    Map<Link, Condition> struck = new HashMap<>();
    for (Link link : links) {
      struck.put(link, condition);
    }
    byFault.put(fault, struck);
  }

  void remove(String fault) {
    byFault.remove(fault);
  }

  void clear() {
    byFault.clear();
  }

  Condition on(Link link) {
    Condition all = Condition.SOUND;
    for (Map<Link, Condition> struck : byFault.values()) {
      all = all.and(struck.getOrDefault(link, Condition.SOUND));
    }
    return all;
  }

  SortedSet<Link> cut() {
    SortedSet<Link> links = new TreeSet<>();
    for (Map<Link, Condition> struck : byFault.values()) {
      struck.forEach((link, condition) -> {
        if (condition.cut()) {
          links.add(link);
        }
      });
    }
    return links;
  }
}
