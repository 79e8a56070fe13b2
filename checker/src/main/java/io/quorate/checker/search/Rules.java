package io.quorate.checker.search;

/**
 * An object's behaviour in numbers: states and calls are dense from 0. A search tells it what it
 * takes and takes back, so that the rules may look ahead.
 */
interface Rules {
  /** In place of a state: the call is not allowed. */
  int REFUSED = -1;

  /** Returns the state before the first call. */
  int initial();

  /** Returns the number of different calls. */
  int calls();

  /** Returns state number {@code alternative} after {@code call}, or {@link #REFUSED}. */
  int next(int state, int call, int alternative);

  /** Whether {@code call} never changes a state. */
  boolean pure(int call);

  /** Counts {@code call} as placed; {@code known} when it is one that returned. */
  void take(int call, boolean known);

  /** Undoes {@link #take}. */
  void undo(int call, boolean known);

  /** Whether {@code call}, leading from {@code state} to {@code next}, surely ends nowhere. */
  boolean hopeless(int state, int call, int next, boolean known);

  /** Whether nobody left could tell that {@code call}, of unknown outcome, took effect. */
  boolean pointless(int call);

  /** Whether there was no memory left for a new state. */
  boolean exhausted();

  /** Returns {@code state} for people. */
  String describe(int state);
}
