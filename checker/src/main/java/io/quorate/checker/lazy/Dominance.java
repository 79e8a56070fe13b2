package io.quorate.checker.lazy;

/**
 * When one configuration makes another one needless: whatever follows can follow the first as well.
 *
 * <p>The first holds the same value and has placed the same compare-and-sets; it has satisfied at
 * least the same reads, placed no more of unknown outcome, and no write that the second has not;
 * and its last write came no earlier. So the writes that only the second placed can all still be
 * hidden right before that one: each was invoked before it was placed, which was no later than the
 * second's last write.
 */
final class Dominance {
  /** With how many others each configuration is compared. */
  private static final int COMPARED = 256;

  private final Shape shape;
  private final Supply supply;

  /**
   * The order on configurations of this shape.
   *
   * @param supply whether those of unknown outcome are counted, and what they cost
   */
  Dominance(Shape shape, Supply supply) {
    this.shape = shape;
    this.supply = supply;
  }

  /** Keeps of {@code bunch} those that no other one makes needless, as far as they are compared. */
  void prune(Bunch bunch, Open open, boolean totals) {
    int[] kept = new int[bunch.size()];
    int size = 0;
    for (int i = 0; i < bunch.size(); i++) {
      if (!dominated(bunch, i, kept, size, open, totals)) {
        size = without(bunch, i, kept, size, open, totals);
        kept[size++] = i;
      }
    }
    if (size < bunch.size()) {
      bunch.keep(kept, size);
    }
  }

  private boolean dominated(Bunch bunch, int i, int[] kept, int size, Open open, boolean totals) {
    long[] words = bunch.words();
    for (int k = size - 1; k >= Math.max(0, size - COMPARED); k--) {
      if (holds(words, bunch.at(kept[k]), words, bunch.at(i), open, totals)) {
        return true;
      }
    }
    return false;
  }

  private int without(Bunch bunch, int i, int[] kept, int size, Open open, boolean totals) {
    long[] words = bunch.words();
    int first = Math.max(0, size - COMPARED);
    int left = first;
    for (int k = first; k < size; k++) {
      if (!holds(words, bunch.at(i), words, bunch.at(kept[k]), open, totals)) {
        kept[left++] = kept[k];
      }
    }
    return left;
  }

  /**
   * Whether {@code a} makes {@code b} needless.
   *
   * @param totals compares of those of unknown outcome only what they cost: no longer exact
   */
  boolean holds(long[] aWords, int a, long[] bWords, int b, Open open, boolean totals) {
    if (Shape.value(aWords, a) != Shape.value(bWords, b)
        || Shape.wroteAt(aWords, a) < Shape.wroteAt(bWords, b)) {
      return false;
    }
    for (int w = 0; w < shape.slotWords(); w++) {
      long mine = aWords[a + 1 + w];
      long other = bWords[b + 1 + w];
      long owedSets = open.sets[w] & ~open.optional[w];
      long reads = ~(open.sets[w] | open.writes[w]);
      boolean less =
          ((mine ^ other) & owedSets) != 0
              || (mine & ~other & (open.sets[w] | open.writes[w])) != 0
              || (other & ~mine & reads) != 0;
      if (less) {
        return false;
      }
    }
    return !supply.counts() || usesNoMore(aWords, a, bWords, b, totals);
  }

  private boolean usesNoMore(long[] aWords, int a, long[] bWords, int b, boolean totals) {
    if (totals) {
      return supply.cost(aWords, a) <= supply.cost(bWords, b);
    }
    for (int group = 0; group < shape.groups(); group++) {
      if (shape.used(aWords, a, group) > shape.used(bWords, b, group)) {
        return false;
      }
    }
    return true;
  }
}
