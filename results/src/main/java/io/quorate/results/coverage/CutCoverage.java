package io.quorate.results.coverage;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which shapes of cuts there were in runs of clusters of one size, and which landed.
 *
 * @param nodes how many nodes the clusters have
 * @param counts for each shape that was taken, how often
 * @param pairs which shapes landed right behind which others
 * @param others cuts that part no cluster in two
 * @param leaderless cuts before which no leader was seen
 */
public record CutCoverage(
    int nodes,
    SortedMap<CutShape, Count> counts,
    SortedSet<Pair> pairs,
    int others,
    int leaderless) {
  /**
   * How often a shape was cut.
   *
   * @param taken how often the world was told to
   * @param landed how often evidence showed it in force
   */
  public record Count(int taken, int landed) {
    private Count plus(Count other) {
      return new Count(taken + other.taken, landed + other.landed);
    }
  }

  /** A shape that landed, and another one that landed as the next cut. */
  public record Pair(CutShape before, CutShape after) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      return Comparator.comparing(Pair::before).thenComparing(Pair::after).compare(this, other);
    }
  }

  /** Keeps its own copies. */
  public CutCoverage {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    pairs = Collections.unmodifiableSortedSet(new TreeSet<>(pairs));
  }

  /**
   * Returns what these runs come to together.
   *
   * @param walks of clusters of one size; those of another are left out
   */
  public static CutCoverage of(int nodes, List<CutWalk> walks) {
    Sum sum = new Sum();
    walks.stream().filter(walk -> walk.nodes() == nodes).forEach(sum::add);
    return new CutCoverage(nodes, sum.counts, sum.pairs, sum.others, sum.leaderless);
  }

  /** Returns what one run comes to. */
  public static CutCoverage of(CutWalk walk) {
    return of(walk.nodes(), List.of(walk));
  }

  /** Whether there was any cut before which somebody was seen to lead. */
  public boolean any() {
    return !counts.isEmpty() || others > 0;
  }

  /** Returns how many different shapes landed. */
  public int shapesLanded() {
    return (int) counts.values().stream().filter(count -> count.landed() > 0).count();
  }

  /** Returns how many ordered pairs of different shapes there are. */
  public int allPairs() {
    int shapes = CutShape.all(nodes);
    return shapes * (shapes - 1);
  }

  /** Returns how often this shape was cut. */
  public Count count(CutShape shape) {
    return counts.getOrDefault(shape, new Count(0, 0));
  }

  private static final class Sum {
    private final SortedMap<CutShape, Count> counts = new TreeMap<>();
    private final SortedSet<Pair> pairs = new TreeSet<>();
    private int others;
    private int leaderless;

    void add(CutWalk walk) {
      CutShape before = null;
      for (CutWalk.Cut cut : walk.cuts()) {
        before = add(before, cut);
      }
    }

    /** Returns the shape that the next one may come behind. */
    private @Nullable CutShape add(@Nullable CutShape before, CutWalk.Cut cut) {
      switch (cut) {
        case CutWalk.Cut.Other o -> others++;
        case CutWalk.Cut.Leaderless l -> leaderless++;
        case CutWalk.Cut.InTwo two -> {
          counts.merge(two.shape(), new Count(1, two.landed() ? 1 : 0), Count::plus);
          if (two.landed()) {
            if (before != null && !before.equals(two.shape())) {
              pairs.add(new Pair(before, two.shape()));
            }
            return two.shape();
          }
        }
      }
      return null;
    }
  }
}
