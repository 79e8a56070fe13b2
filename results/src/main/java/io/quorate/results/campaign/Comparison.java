package io.quorate.results.campaign;

import io.quorate.results.stat.Holm;
import io.quorate.results.stat.LogRank;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether one schedule finds bugs sooner than another: log-rank, stratified by bug, on the same
 * seeds; corrected for all comparisons made at once.
 *
 * @param one the better-ranked schedule
 * @param other the one it is compared with
 * @param test over all bugs
 * @param p corrected
 */
public record Comparison(String one, String other, LogRank test, double p) {
  /** Compares the best-ranked schedule with each of the others. */
  public static List<Comparison> withTheBest(Campaign campaign) {
    List<Standing> ranking = campaign.ranking();
    List<LogRank> tests = new ArrayList<>();
    for (Standing other : ranking.subList(1, ranking.size())) {
      tests.add(test(campaign, ranking.getFirst().schedule(), other.schedule()));
    }
    List<Double> corrected = Holm.corrected(tests.stream().map(LogRank::p).toList());
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      comparisons.add(
          new Comparison(
              ranking.getFirst().schedule(),
              ranking.get(i + 1).schedule(),
              tests.get(i),
              corrected.get(i)));
    }
    return comparisons;
  }

  private static LogRank test(Campaign campaign, String one, String other) {
    return LogRank.of(
        campaign.bugs().stream()
            .map(bug ->
                new LogRank.Stratum(
                    campaign.cell(one, bug).waits(), campaign.cell(other, bug).waits()))
            .toList());
  }
}
