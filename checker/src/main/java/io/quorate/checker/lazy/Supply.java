package io.quorate.checker.lazy;

import java.util.Arrays;

/**
 * How often operations of unknown outcome may be placed: each once, or, in a window, where nobody
 * knows which were placed before, as often as one likes. Between the two lies a pool: all that
 * leave one of some values share their true number, the others are endless.
 */
final class Supply {
  private static final int POOL = 0;

  /**
   * What a beam pays for placing one as long as nothing is known: much, since there are no others,
   * and what is spent now is missing at some read much later.
   */
  private static final int EVEN_PRICE = 40;

  /** What it pays for one of which hardly any are needed. */
  private static final int LOWEST_PRICE = 10;

  /** How much more for one of which all are. */
  private static final int SCARCITY = 150;

  private enum Kind {
    EXACT,
    ENDLESS,
    POOLED
  }

  private final Kind kind;
  private final Line line;
  private final Shape shape;
  private final int pooled;

  /** By group. */
  private final int[] prices;

  private Supply(Kind kind, Line line, int pooled, int[] prices) {
    this.kind = kind;
    this.line = line;
    this.shape = Shape.of(line);
    this.pooled = pooled;
    this.prices = prices;
  }

  /** Each once. */
  static Supply exact(Line line) {
    return new Supply(Kind.EXACT, line, Line.NONE, even(line));
  }

  /**
   * Each once, and the dearer the scarcer.
   *
   * @param needed by value, how many that leave it are needed before the event {@code at}
   */
  static Supply priced(Line line, int at, int[] needed) {
    int[] there = new int[line.values];
    for (int group = 0; group < line.unknown.length; group++) {
      there[line.groupLeaves[group]] += line.unknownBefore(group, at);
    }
    int[] prices = new int[line.unknown.length];
    for (int group = 0; group < prices.length; group++) {
      int value = line.groupLeaves[group];
      double scarce = there[value] == 0 ? 0 : Math.min(1, needed[value] / (double) there[value]);
      prices[group] = LOWEST_PRICE + (int) (SCARCITY * scarce * scarce);
    }
    return new Supply(Kind.EXACT, line, Line.NONE, prices);
  }

  private static int[] even(Line line) {
    int[] prices = new int[line.unknown.length];
    Arrays.fill(prices, EVEN_PRICE);
    return prices;
  }

  /** As often as one likes. */
  static Supply endless(Line line) {
    return new Supply(Kind.ENDLESS, line, Line.NONE, even(line));
  }

  /** Those that leave {@code value} share their number; all do, when it is {@link Line#NONE}. */
  static Supply pooled(Line line, int value) {
    return new Supply(Kind.POOLED, line, value, even(line));
  }

  /** Whether a configuration tells how many were placed. */
  boolean counts() {
    return kind != Kind.ENDLESS;
  }

  /** What a beam pays for those placed, when it counts them each. */
  int cost(long[] words, int at) {
    int cost = 0;
    for (int group = 0; group < prices.length; group++) {
      cost += prices[group] * shape.used(words, at, group);
    }
    return cost;
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
