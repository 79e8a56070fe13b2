package io.quorate.checker.lazy;

/**
 * How often operations of unknown outcome may be placed: each once, or, in a window, where nobody
 * knows which were placed before, as often as one likes. Between the two lies a pool: all that
 * leave one of some values share their true number, the others are endless.
 */
final class Supply {
  private static final int POOL = 0;

  private enum Kind {
    EXACT,
    ENDLESS,
    POOLED
  }

  private final Kind kind;
  private final Line line;
  private final Shape shape;
  private final int pooled;

  private Supply(Kind kind, Line line, int pooled) {
    this.kind = kind;
    this.line = line;
    this.shape = Shape.of(line);
    this.pooled = pooled;
  }

  /** Each once. */
  static Supply exact(Line line) {
    return new Supply(Kind.EXACT, line, Line.NONE);
  }

  /** As often as one likes. */
  static Supply endless(Line line) {
    return new Supply(Kind.ENDLESS, line, Line.NONE);
  }

  /** Those that leave {@code value} share their number; all do, when it is {@link Line#NONE}. */
  static Supply pooled(Line line, int value) {
    return new Supply(Kind.POOLED, line, value);
  }

  /** Whether a configuration tells how many were placed. */
  boolean counts() {
    return kind != Kind.ENDLESS;
  }

  private boolean inPool(int group) {
    return pooled == Line.NONE || line.groupLeaves[group] == pooled;
  }

  /** Whether one more of this group may be placed, of which so many were invoked in time. */
  boolean has(long[] words, int at, int group, Open open, int invoked) {
    if (invoked == 0) {
      return false;
    }
    return switch (kind) {
      case ENDLESS -> true;
      case EXACT -> shape.used(words, at, group) < invoked;
      case POOLED -> !inPool(group) || shape.used(words, at, POOL) < inAll(open);
    };
  }

  private int inAll(Open open) {
    int all = 0;
    for (int group = 0; group < open.unknown.length; group++) {
      all += inPool(group) ? open.unknown[group] : 0;
    }
    return Math.min(all, Shape.MOST_UNKNOWN);
  }

  /** One more of this group is placed. */
  void take(long[] words, int at, int group) {
    switch (kind) {
      case ENDLESS -> {}
      case EXACT -> shape.use(words, at, group);
      case POOLED -> {
        if (inPool(group)) {
          shape.use(words, at, POOL);
        }
      }
    }
  }
}
