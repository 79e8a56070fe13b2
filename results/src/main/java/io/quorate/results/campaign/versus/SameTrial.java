package io.quorate.results.campaign.versus;

import io.quorate.results.campaign.Campaign;
import io.quorate.results.campaign.TrialRecord;
import io.quorate.results.campaign.TrialRecord.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trial that both campaigns played: the same schedule, bug, run and seed.
 *
 * @param before as the first played it
 * @param after as the second did
 */
record SameTrial(TrialRecord before, TrialRecord after) {
  static List<SameTrial> of(Campaign before, Campaign after) {
    Map<String, TrialRecord> others = new TreeMap<>();
    after.trials().forEach(trial -> others.put(key(trial), trial));
    List<SameTrial> same = new ArrayList<>();
    for (TrialRecord trial : before.trials()) {
      TrialRecord other = others.get(key(trial));
      if (other != null) {
        same.add(new SameTrial(trial, other));
      }
    }
    return same;
  }

  private static String key(TrialRecord trial) {
    return String.join(
        "|",
        trial.schedule(),
        trial.bug(),
        Integer.toString(trial.run()),
        Long.toString(trial.seed()));
  }

  String bug() {
    return before.bug();
  }

  /** Whether both say something. */
  boolean conclusive() {
    return before.result() != Result.INCONCLUSIVE && after.result() != Result.INCONCLUSIVE;
  }

  boolean foundBefore() {
    return before.result() == Result.FOUND;
  }

  boolean foundAfter() {
    return after.result() == Result.FOUND;
  }
}
