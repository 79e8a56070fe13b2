package io.quorate.raft.port;

/** Takes the lines of a server's white-box trace; form and kinds in docs/raft-trace.md. */
public interface Trace {
  /** A trace that nobody wants: nothing is even made for it. */
  Trace NONE =
      new Trace() {
        @Override
        public boolean isWanted() {
          return false;
        }

        @Override
        public void note(String kind, long term, long index, Object... fields) {}
      };

  /** Whether anybody reads it. */
  default boolean isWanted() {
    return true;
  }

  /**
   * Notes that something happened.
   *
   * @param kind {@code role}, {@code vote}, {@code append}, {@code commit}, {@code sync}, ...
   * @param term the server's current term
   * @param index the log index concerned, or the last one
   * @param fields further pairs of name and value; values are Long, Boolean or String
   */
  void note(String kind, long term, long index, Object... fields);
}
