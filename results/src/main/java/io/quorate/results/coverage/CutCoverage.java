package io.quorate.results.coverage;

import io.quorate.history.Disturbance;
import io.quorate.history.Evidence;
import io.quorate.history.History;
import io.quorate.results.measures.FaultKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which shapes of cuts a run had, and which landed.
 *
 * @param nodes how many nodes the cluster has
 * @param counts for each shape that was taken, how often
 * @param pairs how many different shapes landed right behind another one: ordered pairs
 * @param others cuts that part no cluster in two
 * @param leaderUnknown cuts before which no leader was seen
 */
public record CutCoverage(
    int nodes, SortedMap<CutShape, Count> counts, int pairs, int others, int leaderUnknown) {
  /**
   * How often a shape was cut.
   *
   * @param taken how often the world was told to
   * @param landed how often evidence showed it in force
   */
  public record Count(int taken, int landed) {
    private Count plus(boolean one) {
      return new Count(taken + 1, landed + (one ? 1 : 0));
    }
  }

  /** Keeps its own copy. */
  public CutCoverage {
    counts = new TreeMap<>(counts);
  }

  /**
   * Looks at the cuts of {@code history}.
   *
   * @param landed whether the fault of this id was proven
   */
  public static CutCoverage of(History history, Predicate<String> landed) {
    Walk walk = new Walk(history.header().nodes(), landed);
    history.disturbances().stream()
        .filter(fault -> FaultKind.of(fault) == FaultKind.PARTITION)
        .filter(fault -> fault.commandedNanos() != Disturbance.NEVER)
        .sorted(Comparator.comparingLong(Disturbance::commandedNanos))
        .forEach(walk::take);
    return new CutCoverage(
        walk.nodes.size(), walk.counts, walk.pairs.size(), walk.others, walk.leaderUnknown);
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

  /** One cut after another. */
  private static final class Walk {
    private record Pair(CutShape before, CutShape after) {}

    private final List<String> nodes;
    private final Predicate<String> landed;
    private final SortedMap<CutShape, Count> counts = new TreeMap<>();
    private final TreeSet<Pair> pairs =
        new TreeSet<>(Comparator.comparing(Pair::before).thenComparing(Pair::after));
    private @Nullable CutShape last;
    private int others;
    private int leaderUnknown;

    Walk(List<String> nodes, Predicate<String> landed) {
      this.nodes = nodes;
      this.landed = landed;
    }

    void take(Disturbance fault) {
      CutShape before = last;
      last = null;
      Optional<String> leader =
          fault.evidence().stream().map(Evidence::leader).flatMap(Optional::stream).findFirst();
      if (leader.isEmpty()) {
        leaderUnknown++;
        return;
      }
      CutShape shape = CutShape.of(nodes, fault.links(), leader.get()).orElse(null);
      if (shape == null) {
        others++;
        return;
      }
      boolean proven = landed.test(fault.id());
      counts.merge(shape, new Count(1, proven ? 1 : 0), (a, b) -> a.plus(proven));
      last = proven ? shape : null;
      if (proven && before != null && !before.equals(shape)) {
        pairs.add(new Pair(before, shape));
      }
    }
  }
}
