package io.quorate.raft;

import java.util.Collection;
import java.util.List;

/**
 * A majority of ALL voters. Who is alive is not a parameter, so that the mistake of counting a
 * majority of the reachable ones cannot be written.
 *
 * @param voters every voting server, dead or alive
 */
public record Quorum(List<String> voters) {
  /** Refuses an empty or repeating configuration. */
  public Quorum {
    voters = List.copyOf(voters);
    if (voters.isEmpty() || voters.stream().distinct().count() != voters.size()) {
      throw new IllegalArgumentException("voters must be distinct and at least one: " + voters);
    }
  }

  /** Returns how many distinct voters make a majority. */
  public int size() {
    return voters.size() / 2 + 1;
  }

  /** Whether {@code agreeing} holds a majority of the voters; strangers do not count. */
  public boolean reachedBy(Collection<String> agreeing) {
    return voters.stream().filter(agreeing::contains).count() >= size();
  }
}
