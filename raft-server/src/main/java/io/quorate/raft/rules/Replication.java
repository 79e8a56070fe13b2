package io.quorate.raft.rules;

/** How a follower's log comes to agree with its leader's: the decisions of Raft 5.3. */
public interface Replication {
  /**
   * Whether the follower's log agrees with the leader's up to the entry before the new ones (figure
   * 2, AppendEntries, 2).
   *
   * @param termThere the term of the follower's entry at that index, 0 at index 0, -1 where its log
   *     has no entry
   * @param previousTerm the term of the leader's entry there
   */
  default boolean agrees(long termThere, long previousTerm) {
    return termThere == previousTerm;
  }

  /**
   * Whether a follower's entry, and all that follow it, must go (figure 2, AppendEntries, 3): only
   * when it conflicts with the new one. An old request overtaken by a newer one carries entries the
   * follower already has, and must not cut what came after them.
   */
  default boolean conflicts(long termThere, long newTerm) {
    return termThere != newTerm;
  }

  /**
   * Whether a follower's answer tells the leader what that follower holds (5.3): only one given in
   * the leader's own term. Of an earlier answer the entries may have been cut off since.
   */
  default boolean counts(long termOfAnswer, long term) {
    return termOfAnswer == term;
  }

  /** Whether what is cut off is cut off on the disk as well (5.3): it must not come back. */
  default boolean cutsOnDisk() {
    return true;
  }
}
