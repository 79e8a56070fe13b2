package io.quorate.raft.rules;

/** How often a client's update takes effect: the decisions of thesis 6.3. */
public interface Session {
  /**
   * Whether an update that was answered before is executed again when it comes again: never, it is
   * given the answer it was given.
   */
  default boolean forgetsAnswers() {
    return false;
  }

  /**
   * Whether a client is told that nobody knows what became of its update when leadership was lost
   * before that was committed: always. It may be committed yet, so that "not done" would be a lie.
   */
  default boolean admitsDoubt() {
    return true;
  }

  /**
   * Whether sessions are part of a snapshot: always, they are state like any other. A server that
   * was brought a snapshot must go on as the others do.
   */
  default boolean inSnapshot() {
    return true;
  }
}
