package io.quorate.raft;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * A majority of ALL voters, and in a joint configuration (thesis 4.3) also of all outgoing ones.
 * Who is alive is not a parameter, so that the mistake of counting a majority of the reachable ones
 * cannot be written.
 *
 * @param voters every voting server, dead or alive; none at a server that waits to be told
 * @param outgoing in a joint configuration the voters before the change, else none
 */
public record Quorum(List<String> voters, List<String> outgoing) {
  /** Sorts them; refuses a set that repeats a name, and outgoing voters without incoming ones. */
  public Quorum {
    voters = sorted(voters);
    outgoing = sorted(outgoing);
    if (voters.isEmpty() && !outgoing.isEmpty()) {
      throw new IllegalArgumentException("a change to no voter at all from " + outgoing);
    }
  }

  /** A majority of these voters. */
  public Quorum(List<String> voters) {
    this(voters, List.of());
  }

  private static List<String> sorted(List<String> names) {
    if (names.stream().distinct().count() != names.size()) {
      throw new IllegalArgumentException("voters must be distinct: " + names);
    }
    return names.stream().sorted().toList();
  }

  /** Whether two majorities are needed. */
  public boolean joint() {
    return !outgoing.isEmpty();
  }

  /** Every server with a vote, sorted. */
  public SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>(voters);
    all.addAll(outgoing);
    return Collections.unmodifiableSortedSet(all);
  }

  /** Whether {@code agreeing} holds a majority, or both; strangers do not count. */
  public boolean reachedBy(Collection<String> agreeing) {
    return majority(voters, agreeing) && (!joint() || majority(outgoing, agreeing));
  }

  private static boolean majority(List<String> set, Collection<String> agreeing) {
    return set.stream().filter(agreeing::contains).count() > set.size() / 2;
  }

  /** The largest number that a majority, or both, have reached; 0 when there are no voters. */
  public long reached(ToLongFunction<String> by) {
    long incoming = reached(voters, by);
    return joint() ? Math.min(incoming, reached(outgoing, by)) : incoming;
  }

  private static long reached(List<String> set, ToLongFunction<String> by) {
    return set.stream()
        .map(by::applyAsLong)
        .sorted(Comparator.reverseOrder())
        .skip(set.size() / 2)
        .findFirst()
        .orElse(0L);
  }
}
