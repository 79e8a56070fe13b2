package io.quorate.results.campaign;

import io.quorate.results.coverage.CutCoverage;
import io.quorate.results.coverage.CutShape;
import io.quorate.results.coverage.CutWalk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which cuts the trials of one schedule had, in clusters of one size.
 *
 * @param schedule its name
 * @param coverage over all its trials, whatever the bug
 */
record CutsCovered(String schedule, CutCoverage coverage) {
  private static final Comparator<CutsCovered> LEAST_FIRST =
      Comparator.comparingInt((CutsCovered cuts) -> cuts.coverage().shapesLanded())
          .thenComparingInt(cuts -> cuts.coverage().pairs().size());

  /** Returns those with any cut, by schedule and then by size. */
  static List<CutsCovered> of(Campaign campaign) {
    List<CutsCovered> all = new ArrayList<>();
    for (String schedule : campaign.schedules()) {
      SortedMap<Integer, List<CutWalk>> walks = new TreeMap<>();
      campaign.trials().stream()
          .filter(trial -> trial.schedule().equals(schedule))
          .map(trial -> CutWalk.read(trial.cuts()))
          .forEach(walk -> walks.computeIfAbsent(walk.nodes(), n -> new ArrayList<>()).add(walk));
      walks.forEach((nodes, some) -> {
        CutCoverage coverage = CutCoverage.of(nodes, some);
        if (coverage.any()) {
          all.add(new CutsCovered(schedule, coverage));
        }
      });
    }
    return all;
  }

  /** Returns a line for each size: which schedule had most, and how much. */
  static List<String> lines(Campaign campaign) {
    SortedMap<Integer, CutsCovered> most = new TreeMap<>();
    for (CutsCovered cuts : of(campaign)) {
      most.merge(cuts.coverage().nodes(), cuts, (a, b) -> LEAST_FIRST.compare(a, b) >= 0 ? a : b);
    }
    return most.values().stream()
        .filter(cuts -> cuts.coverage().shapesLanded() > 0)
        .map(CutsCovered::line)
        .toList();
  }

  private String line() {
    return String.format(
        Locale.ROOT,
        "most cuts in two of %d nodes: %s landed %d of %d, and %d of %d behind one another",
        coverage.nodes(),
        schedule,
        coverage.shapesLanded(),
        CutShape.all(coverage.nodes()),
        coverage.pairs().size(),
        coverage.allPairs());
  }
}
