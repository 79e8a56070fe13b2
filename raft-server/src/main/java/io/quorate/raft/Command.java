package io.quorate.raft;

import org.jspecify.annotations.Nullable;

/** What a log entry tells the state machine to do. */
public sealed interface Command {
  /** Most bytes of a register's key in UTF-8; it has at least one. */
  int MOST_KEY_BYTES = 512;

  /** Most bytes of what a register holds, in UTF-8. */
  int MOST_VALUE_BYTES = 64 << 10;

  /** Changes a register. */
  sealed interface Update extends Command {
    /** Which. */
    String key();
  }

  /** Nothing: the first entry of each leader's term (Raft 8). */
  record Noop() implements Command {}

  /** Changes who takes part; in force as soon as it is in the log (thesis 4). */
  record Configure(Configuration configuration) implements Command {}

  /** Sets register {@code key} to {@code value}; null removes it. */
  record Write(String key, @Nullable String value) implements Update {}

  /** Sets register {@code key} to {@code replacement} if it holds {@code expected}. */
  record CompareAndSet(String key, @Nullable String expected, @Nullable String replacement)
      implements Update {}

  /** Removes register {@code key}, if it holds something. */
  record Delete(String key) implements Update {}

  /** Adds a text to the end of what register {@code key} holds: done twice, it is seen twice. */
  record Append(String key, String suffix) implements Update {}

  /** Fetch-and-add: adds to the number that register {@code key} holds; nothing counts as 0. */
  record Add(String key, long delta) implements Update {}

  /** Opens a client session, named by the index of this entry (thesis 6.3). */
  record OpenSession() implements Command {}

  /**
   * An update that takes effect once, however often it is proposed (thesis 6.3).
   *
   * @param session the client's
   * @param sequence the client's number of the update, from 1
   * @param answered all of the client's updates below this number were answered, and their answers
   *     may be forgotten
   */
  record InSession(long session, long sequence, long answered, Update update) implements Command {
    /** Refuses numbers that no update can have. */
    public InSession {
      if (session < 1 || sequence < 1 || answered < 0) {
        throw new IllegalArgumentException("no update has session " + session + ", " + sequence);
      }
    }
  }

  /** Takes the lock that register {@code key} is, unless somebody holds it: a test-and-set. */
  static Update acquire(String key, String owner) {
    return new CompareAndSet(key, null, owner);
  }

  /** Gives the lock back, if this owner holds it. */
  static Update release(String key, String owner) {
    return new CompareAndSet(key, owner, null);
  }
}
