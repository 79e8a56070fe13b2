package io.quorate.results.campaign.versus;

import io.quorate.results.stat.Share;
import io.quorate.results.stat.SignTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often two campaigns found one bug in the trials that both played and of which both say
 * something.
 *
 * @param bug its id
 * @param before the share that the first found
 * @param after the share that the second found
 * @param lost trials in which only the first found it
 * @param gained trials in which only the second did
 * @param p two-sided: how likely a difference at least as clear is when both find it alike; by the
 *     sign test over runs, as trials of one run are alike in all but their schedule
 */
public record BugChange(String bug, Share before, Share after, int lost, int gained, double p) {
  static BugChange of(String bug, List<SameTrial> trials) {
    List<SameTrial> some =
        trials.stream().filter(t -> t.bug().equals(bug) && t.conclusive()).toList();
    Map<Integer, Integer> byRun = new TreeMap<>();
    some.forEach(t -> byRun.merge(t.before().run(), sign(t), Integer::sum));
    int worse = (int) byRun.values().stream().filter(sum -> sum < 0).count();
    int better = (int) byRun.values().stream().filter(sum -> sum > 0).count();
    return new BugChange(
        bug,
        new Share(some.stream().filter(SameTrial::foundBefore).count(), some.size()),
        new Share(some.stream().filter(SameTrial::foundAfter).count(), some.size()),
        (int) some.stream().filter(t -> sign(t) < 0).count(),
        (int) some.stream().filter(t -> sign(t) > 0).count(),
        SignTest.p(worse, better));
  }

  private static int sign(SameTrial trial) {
    return Boolean.compare(trial.foundAfter(), trial.foundBefore());
  }

  BugChange corrected(double corrected) {
    return new BugChange(bug, before, after, lost, gained, corrected);
  }

  /** Whether the second finds it less often, and chance does not explain it. */
  public boolean worse() {
    return p < 0.05 && after.hits() < before.hits();
  }

  /** Whether any trial says something else than its twin. */
  public boolean differs() {
    return lost + gained > 0;
  }
}
