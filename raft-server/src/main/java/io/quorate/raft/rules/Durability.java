package io.quorate.raft.rules;

/** What must be on disk before which promise (figure 2: "updated on stable storage before"). */
public interface Durability {
  /** What a server tells others, or counts for itself. */
  enum Promise {
    /** "I am a candidate of this term": it must not ask for another term's votes after a crash. */
    VOTE_REQUEST,
    /** A candidate's vote for itself. */
    OWN_VOTE,
    /** "You have my vote": it must not be given away again after a crash. */
    VOTE_RESPONSE,
    /**
     * A leader's entries. Followers may have them before the leader's own disk does (thesis
     * 10.2.1): its own copy is just not counted until then.
     */
    APPEND_REQUEST,
    /** A leader's own copy, counted towards a majority. */
    OWN_MATCH,
    /** "I hold these entries, and follow you in this term". */
    APPEND_RESPONSE,
    /** An answer to a client: what is committed is durable at a majority already. */
    ANSWER
  }

  /** Whether the promise waits until everything written before it is durable. */
  default boolean waits(Promise promise) {
    return switch (promise) {
      case VOTE_REQUEST, OWN_VOTE, VOTE_RESPONSE, OWN_MATCH, APPEND_RESPONSE -> true;
      case APPEND_REQUEST, ANSWER -> false;
    };
  }

  /**
   * Whether a new file counts as made only when its name is durable, too: when its directory was
   * synced after it got that name. Else a power loss may take the file with all that was synced to
   * it.
   */
  default boolean syncsNames() {
    return true;
  }
}
