package io.quorate.simulation.world;

import io.quorate.simulation.Finding;
import io.quorate.simulation.cluster.Led;
import java.util.ArrayList;
import java.util.List;

/**
 * The laws of steady leadership: a majority that nothing disturbs keeps its leader (thesis 9.6),
 * and a leader that another one has followed steps down soon (thesis 6.2), since its clients wait
 * in vain meanwhile.
 */
final class Reigning {
  /** How long a majority may take to settle after a fault came or went. */
  static final long SETTLING_NANOS = 1_000_000_000L;

  /** How long it is looked at for, at least. */
  static final long LEAST_NANOS = 3_000_000_000L;

  /** How many leaders may yet come after it should have settled. */
  static final int MOST_LEADERS = 3;

  /** How long there may be two leaders: some periods in which a leader counts who answers. */
  static final long TWO_LEADERS_NANOS = 2_000_000_000L;

  private Reigning() {}

  static List<Finding> findings(List<Led> reigns, List<Stretch> stretches, long end) {
    List<Finding> findings = new ArrayList<>();
    for (Stretch stretch : stretches) {
      if (stretch.nanos() >= LEAST_NANOS) {
        unsteady(reigns, stretch, findings);
      }
    }
    for (int i = 0; i < reigns.size(); i++) {
      for (int j = i + 1; j < reigns.size(); j++) {
        twoLeaders(reigns.get(i), reigns.get(j), end, findings);
      }
    }
    return findings;
  }

  private static void unsteady(List<Led> reigns, Stretch stretch, List<Finding> findings) {
    long settled = stretch.fromNanos() + SETTLING_NANOS;
    List<Led> late =
        reigns.stream()
            .filter(led -> led.fromNanos() > settled && led.fromNanos() < stretch.toNanos())
            .toList();
    if (late.size() > MOST_LEADERS) {
      String words =
          "nothing disturbed a majority for "
              + Math.round(stretch.nanos() / 1e8) / 10.0
              + " s, and it had "
              + late.size()
              + " leaders one after the other";
      long at = late.get(MOST_LEADERS).fromNanos();
      findings.add(new Finding(Finding.Kind.LIVENESS, words, at));
    }
  }

  private static void twoLeaders(Led one, Led other, long end, List<Finding> findings) {
    long from = Math.max(one.fromNanos(), other.fromNanos());
    long to = Math.min(end, Math.min(one.toNanos(), other.toNanos()));
    if (!one.node().equals(other.node()) && to - from > TWO_LEADERS_NANOS) {
      String words =
          one.node()
              + " led term "
              + one.term()
              + " and "
              + other.node()
              + " term "
              + other.term()
              + " at the same time for more than "
              + TWO_LEADERS_NANOS / 1_000_000_000
              + " s";
      findings.add(new Finding(Finding.Kind.LIVENESS, words, from + TWO_LEADERS_NANOS));
    }
  }
}
