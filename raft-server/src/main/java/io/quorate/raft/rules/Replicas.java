package io.quorate.raft.rules;

import io.quorate.raft.Quorum;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the logs of the voters are known to agree with the leader's.
 *
 * @param self the leader
 * @param quorum what a majority is
 * @param match for each voter the last index known to be durable there
 * @param heard who answered of late, the leader among them
 */
public record Replicas(
    String self, Quorum quorum, SortedMap<String, Long> match, Set<String> heard) {
  /** Keeps an ordered view. */
  public Replicas {
    match = Collections.unmodifiableSortedMap(new TreeMap<>(match));
  }

  /** The last index a majority of all voters has. */
  public long onMajority() {
    return quorum.reached(voter -> match.getOrDefault(voter, 0L));
  }
}
