package io.quorate.checker.laws;

/** What holds in every run of Raft, whatever fails, as far as traces can show it. */
public enum Law {
  /** At most one leader can be elected in a given term (5.2). */
  ELECTION_SAFETY("election safety", "one leader a term, Raft 5.2"),
  /** A server votes for at most one candidate a term, whatever crashes come between (5.2). */
  ONE_VOTE("one vote a term", "one vote a term, across restarts, Raft 5.2"),
  /** A leader never overwrites or deletes entries in its log (5.3). */
  LEADER_APPEND_ONLY("leader append-only", "a leader cuts nothing off its log, Raft 5.3"),
  /** Entries of equal index and term are equal, and so are all before them (5.3). */
  LOG_MATCHING("log matching", "equal index and term, equal entries, Raft 5.3"),
  /** An entry committed in a term is in the logs of the leaders of all later terms (5.4). */
  LEADER_COMPLETENESS("leader completeness", "a leader has all that was committed, Raft 5.4"),
  /** No two servers commit or apply different entries at one index (5.4.3). */
  STATE_MACHINE_SAFETY("state machine safety", "what is committed never changes, Raft 5.4.3"),
  /** What is committed is held by a majority of all voters, of both sets in a joint one (6). */
  QUORUM("quorum", "committed by a majority of all voters, Raft 5.3 and 6"),
  /** A server counts as a holder of an entry only once it is on its disk (5.3, figure 2). */
  DURABLE_BEFORE_COUNTED("durable before counted", "on the disk before it counts, Raft figure 2"),
  /** What was durable, or told to others, is there after a restart (figure 2). */
  MEMORY("memory", "what was durable outlives a restart, Raft figure 2"),
  /** Terms, commit and applied index never fall; applied is committed, committed is in the log. */
  ORDER("order of indices", "nothing falls, applied is committed, Raft figure 2"),
  /** A leader confirms reads only once it has committed an entry of its own term (thesis 6.4). */
  READ_AFTER_OWN_COMMIT("read after own commit", "reads wait for the leader's first commit, 6.4");

  private final String words;
  private final String promise;

  Law(String words, String promise) {
    this.words = words;
    this.promise = promise;
  }

  /** Returns its name, as the field has it. */
  public String words() {
    return words;
  }

  /** Returns what it promises, and where that is written. */
  public String promise() {
    return promise;
  }
}
