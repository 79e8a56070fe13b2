package io.quorate.checker.lazy;

/**
 * Passes over a history by a beam of one width from the beginning to well behind the place where a
 * narrower one is stuck, each twice as wide as the one before. A narrow beam that widens where it
 * is stuck may have spent long before what is missing there; one that was wide all along may not.
 * None that died is made again where one instance serves all searches of a history.
 */
public final class Passes {
  private static final int FIRST = 64;

  /** A wider one takes longer than a round has steps. */
  private static final int WIDEST = 1024;

  private int width;

  /** Passes none of which was made before. */
  public Passes() {
    this(FIRST);
  }

  /** Passes that begin narrower or wider. */
  Passes(int first) {
    width = first;
  }

  /** Whether there is one to make. */
  boolean left() {
    return width <= WIDEST;
  }

  /** How wide the next one is. */
  int width() {
    return width;
  }

  /** The next one left no configuration, and would leave none another time. */
  void died() {
    width *= 2;
  }
}
