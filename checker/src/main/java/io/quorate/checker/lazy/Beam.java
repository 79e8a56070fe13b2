package io.quorate.checker.lazy;

import java.util.Arrays;

/** Chooses the most promising configurations, from every value some. */
final class Beam {
  private static final int UNSATISFIED_READ = 4;
  private static final int OWED_SET = 6;
  private static final int PLACED_SET = 2;
  private static final int OWED_WRITE = 1;

  private final Line line;
  private final Shape shape;
  private final Supply supply;

  Beam(Line line, Shape shape, Supply supply) {
    this.line = line;
    this.shape = shape;
    this.supply = supply;
  }

  /** Leaves at most {@code width}; whether some had to go. */
  boolean narrow(Bunch bunch, Open open, int width) {
    int size = bunch.size();
    if (size <= width) {
      return false;
    }
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      order[i] = ((long) score(bunch.words(), bunch.at(i), open) << 32) | i;
    }
    Arrays.sort(order);
    int[] rank = new int[line.values];
    long[] spread = new long[size];
    for (int k = 0; k < size; k++) {
      int i = (int) order[k];
      int value = Shape.value(bunch.words(), bunch.at(i));
      spread[k] = ((long) (rank[value]++ + k / line.values) << 32) | i;
    }
    Arrays.sort(spread);
    int[] kept = new int[width];
    for (int k = 0; k < width; k++) {
      kept[k] = (int) spread[k];
    }
    Arrays.sort(kept);
    bunch.keep(kept, width);
    return true;
  }

  /** What it still has to do and has spent: the less, the better. */
  private int score(long[] words, int at, Open open) {
    int score = 0;
    for (int w = 0; w < shape.slotWords(); w++) {
      long bits = words[at + 1 + w];
      long reads = open.reads(w);
      score += UNSATISFIED_READ * Long.bitCount(reads & ~bits);
      score += OWED_SET * Long.bitCount(open.sets[w] & ~open.optional[w] & ~bits);
      score += PLACED_SET * Long.bitCount(open.sets[w] & bits);
      score +=
          OWED_WRITE * owedWrites(w, open.writes[w] & ~open.optional[w] & ~bits, words, at, open);
    }
    return score + supply.cost(words, at);
  }

  /** Writes that cannot be hidden before the last one any more. */
  private int owedWrites(int word, long writes, long[] words, int at, Open open) {
    int owed = 0;
    for (long left = writes; left != 0; left &= left - 1) {
      int slot = word * Long.SIZE + Long.numberOfTrailingZeros(left);
      owed += line.invoke[open.occupant(slot)] >= Shape.wroteAt(words, at) ? 1 : 0;
    }
    return owed;
  }
}
