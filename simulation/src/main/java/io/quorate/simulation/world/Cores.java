package io.quorate.simulation.world;

import io.quorate.history.Link;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Majorities that nothing disturbs. */
final class Cores {
  private Cores() {}

  /**
   * Returns the largest majority of {@code nodes} of which none is struck, and which has all its
   * links; empty if there is none.
   */
  static SortedSet<String> largest(List<String> nodes, Set<String> struck, Set<Link> cut) {
    List<String> whole = nodes.stream().filter(node -> !struck.contains(node)).toList();
    SortedSet<String> largest = new TreeSet<>();
    for (int members = 1; members < 1 << whole.size(); members++) {
      int size = Integer.bitCount(members);
      if (size > nodes.size() / 2 && size > largest.size()) {
        SortedSet<String> some = chosen(whole, members);
        if (joined(some, cut)) {
          largest = some;
        }
      }
    }
    return largest;
  }

  private static SortedSet<String> chosen(List<String> whole, int members) {
    SortedSet<String> some = new TreeSet<>();
    for (int place = 0; place < whole.size(); place++) {
      if ((members >> place & 1) == 1) {
        some.add(whole.get(place));
      }
    }
    return some;
  }

  private static boolean joined(Set<String> some, Set<Link> cut) {
    return cut.stream().noneMatch(link -> some.contains(link.from()) && some.contains(link.to()));
  }
}
