package io.quorate.bench.checker;

import io.quorate.checker.Verdict;
import io.quorate.results.stat.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of checks of one kind. */
final class ShareDecided {
  private int legal;
  private int illegal;
  private int undecided;
  private double slowest;
  private final List<Long> undecidedSeeds = new ArrayList<>();

  /** One more history, of this seed, and how long its check took. */
  void count(Verdict verdict, long seed, double seconds) {
    switch (verdict) {
      case Verdict.Linearizable yes -> legal++;
      case Verdict.NotLinearizable no -> illegal++;
      case Verdict.Undecided open -> {
        undecided++;
        undecidedSeeds.add(seed);
      }
    }
    slowest = Math.max(slowest, seconds);
  }

  /** All of {@code other} too, but for its seeds, which mean nothing outside of its cell. */
  void add(ShareDecided other) {
    legal += other.legal;
    illegal += other.illegal;
    undecided += other.undecided;
    slowest = Math.max(slowest, other.slowest);
  }

  /** The share decided, with its 95 % interval of Clopper and Pearson. */
  String interval(int limitSeconds) {
    Share share = new Share(legal + illegal, legal + illegal + undecided);
    return String.format(
        Locale.ROOT,
        "%d of %d decided in %d s: %.1f %% (%.1f to %.1f); not %d, linearizable %d, undecided %d",
        share.hits(),
        share.trials(),
        limitSeconds,
        100 * share.observed(),
        100 * share.interval().low(),
        100 * share.interval().high(),
        illegal,
        legal,
        undecided);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "not %-3d linearizable %-3d undecided %-3d slowest %6.2f s%s",
        illegal,
        legal,
        undecided,
        slowest,
        undecidedSeeds.isEmpty() ? "" : "; undecided seeds " + undecidedSeeds);
  }
}
