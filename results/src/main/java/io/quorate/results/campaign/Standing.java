package io.quorate.results.campaign;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What one schedule is worth.
 *
 * @param schedule its name
 * @param found the bugs it found in at least one trial
 * @param meanShare the share of trials that found their bug, averaged over all bugs
 * @param finds how many trials found their bug
 * @param secondsSpent how long the system was under test for that, in seconds of virtual time
 */
public record Standing(
    String schedule, Set<String> found, double meanShare, int finds, double secondsSpent) {
  /** More bugs first, then more finds of them, then those that cost less. */
  static final Comparator<Standing> BEST_FIRST =
      Comparator.comparingInt((Standing s) -> -s.found().size())
          .thenComparingDouble(s -> -s.meanShare())
          .thenComparingDouble(Standing::costPerFind)
          .thenComparing(Standing::schedule);

  static Standing of(Campaign campaign, String schedule) {
    List<Cell> cells = campaign.bugs().stream().map(bug -> campaign.cell(schedule, bug)).toList();
    double shares =
        cells.stream()
            .filter(cell -> cell.found() + cell.clean() > 0)
            .mapToDouble(cell -> cell.share().observed())
            .sum();
    return new Standing(
        schedule,
        campaign.foundBy(schedule),
        cells.isEmpty() ? 0 : shares / cells.size(),
        cells.stream().mapToInt(Cell::found).sum(),
        cells.stream().mapToDouble(Cell::secondsSpent).sum());
  }

  /** Returns seconds under test for each find; infinite without one. */
  public double costPerFind() {
    return finds == 0 ? Double.POSITIVE_INFINITY : secondsSpent / finds;
  }
}
