package io.quorate.raft.rules;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The votes of one candidate's election so far.
 *
 * @param granted who voted for it
 * @param refused who answered that it does not
 * @param overdue whether the election has lasted a whole election timeout
 */
public record Ballots(Set<String> granted, Set<String> refused, boolean overdue) {
  /** Keeps its own, ordered copies. */
  public Ballots {
    granted = Collections.unmodifiableSet(new TreeSet<>(granted));
    refused = Collections.unmodifiableSet(new TreeSet<>(refused));
  }

  /** No vote yet, not even one's own: that one counts once it is durable. */
  public static Ballots none() {
    return new Ballots(Set.of(), Set.of(), false);
  }

  /** These ballots and one more; a second answer of one voter changes nothing. */
  public Ballots and(String voter, boolean grant) {
    if (granted.contains(voter) || refused.contains(voter)) {
      return this;
    }
    Set<String> more = new TreeSet<>(grant ? granted : refused);
    more.add(voter);
    return grant ? new Ballots(more, refused, overdue) : new Ballots(granted, more, overdue);
  }

  /** These ballots when their time is over. */
  public Ballots atTimeout() {
    return new Ballots(granted, refused, true);
  }
}
