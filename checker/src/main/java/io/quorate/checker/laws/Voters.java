package io.quorate.checker.laws;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who votes, as one node's trace tells it: the latest configuration in its log is in force (6). */
final class Voters {
  /** Both sets of a joint configuration; the outgoing one is empty in a simple one. */
  private record Sets(List<String> voters, List<String> outgoing) {
    boolean reachedBy(Collection<String> holders) {
      return majority(voters, holders) && (outgoing.isEmpty() || majority(outgoing, holders));
    }

    private static boolean majority(List<String> voters, Collection<String> holders) {
      return 2 * voters.stream().filter(holders::contains).count() > voters.size();
    }
  }

  private final NavigableMap<Long, Sets> byIndex = new TreeMap<>();
  private boolean known = true;

  /** At first these vote. */
  Voters(List<String> first) {
    byIndex.put(0L, new Sets(List.copyOf(first), List.of()));
  }

  /** The configuration at {@code index} is in force now. */
  void configured(long index, Detail detail) {
    byIndex.tailMap(index, true).clear();
    byIndex.put(index, new Sets(detail.names("voters"), detail.names("outgoing")));
    known = true;
  }

  /** After a restart only what stood up to {@code durable} is known; was there more? */
  void restarted(long durable, long last) {
    known &= byIndex.tailMap(durable, false).isEmpty() && last <= durable;
    byIndex.tailMap(durable, false).clear();
  }

  /** Whether {@code holders} are a majority; true where nobody knows. */
  boolean reachedBy(Collection<String> holders) {
    return !known || force() == null || force().reachedBy(holders);
  }

  private @Nullable Sets force() {
    Map.Entry<Long, Sets> latest = byIndex.lastEntry();
    return latest == null ? null : latest.getValue();
  }

  @Override
  public String toString() {
    Sets sets = force();
    if (sets == null) {
      return "nobody knows whom";
    }
    String voters = String.join(" ", sets.voters());
    return sets.outgoing().isEmpty()
        ? voters
        : voters + " and of " + String.join(" ", sets.outgoing());
  }
}
