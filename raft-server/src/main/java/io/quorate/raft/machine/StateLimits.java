package io.quorate.raft.machine;

/**
 * Bounds of the replicated state. They decide what commands come to, so all servers of a cluster
 * have the same.
 *
 * @param maxSessions most client sessions; of more the one goes whose last command is the longest
 *     ago
 * @param maxAnswers most answers kept for one session: the updates that a client may have under
 *     way. None is longer than the number that an Add found
 * @param maxChars most characters of all keys and values, four more for each register; what would
 *     pass it changes nothing
 */
public record StateLimits(int maxSessions, int maxAnswers, long maxChars) {
  /** What a register counts beside its key and its value, which stand for their lengths. */
  static final int REGISTER_CHARS = 4;

  /** The longest that an answer says, in bytes: a sign and the digits of a number. */
  static final int ANSWER_BYTES = 20;

  /** UTF-8 takes no more for one of Java's characters. */
  private static final int CHAR_BYTES = 3;

  /** Beside its answers; beside what an answer says. */
  private static final int SESSION_BYTES = 28;

  private static final int ANSWER_HEAD_BYTES = 13;

  /** The limits a server has unless told otherwise. */
  public static final StateLimits STANDARD = new StateLimits(4096, 64, 256 << 20);

  /** Refuses limits under which nothing works. */
  public StateLimits {
    if (maxSessions < 1 || maxAnswers < 1 || maxChars < 1) {
      throw new IllegalArgumentException(
          "a limit under which nothing works: "
              + maxSessions
              + " sessions of "
              + maxAnswers
              + " answers, "
              + maxChars
              + " characters");
    }
  }

  /** No state within these limits is longer, whatever it holds. */
  public long mostBytes() {
    long answers = (long) maxAnswers * (ANSWER_HEAD_BYTES + ANSWER_BYTES);
    return 2 * Integer.BYTES + CHAR_BYTES * maxChars + maxSessions * (SESSION_BYTES + answers);
  }
}
