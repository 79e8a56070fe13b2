package io.quorate.results.campaign.versus;

import io.quorate.results.campaign.Campaign;
import io.quorate.results.campaign.Cell;
import io.quorate.results.campaign.TrialRecord;
import io.quorate.results.stat.Holm;
import io.quorate.results.stat.LogRank;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a second campaign found more and less than a first one, in the trials that both played: the
 * same schedule, bug, run and seed. What only one of them played is left out.
 *
 * @param trials how many both played
 * @param changes for each bug, in the order of the first campaign; p corrected after Holm
 * @param time whether the first finds bugs sooner: log-rank, stratified by schedule and bug
 * @param lost bugs that the first found in at least one trial and the second in none
 * @param gained the reverse
 * @param alarmsBefore trials in which the first accused the correct server
 * @param alarmsAfter those of the second
 * @param correct how many trials of the correct server there are
 */
public record Difference(
    int trials,
    List<BugChange> changes,
    LogRank time,
    List<String> lost,
    List<String> gained,
    int alarmsBefore,
    int alarmsAfter,
    int correct) {
  /** Keeps its own copies. */
  public Difference {
    changes = List.copyOf(changes);
    lost = List.copyOf(lost);
    gained = List.copyOf(gained);
  }

  /**
   * Compares two campaigns.
   *
   * @throws IllegalArgumentException with one sentence where they have no trial in common
   */
  public static Difference of(Campaign before, Campaign after) {
    List<SameTrial> same = SameTrial.of(before, after);
    if (same.isEmpty()) {
      throw new IllegalArgumentException(
          "the campaigns have no trial in common: give the second the --seed of the first, and some"
              + " of its schedules and bugs");
    }
    List<String> bugs =
        before.bugs().stream().filter(bug -> any(same, t -> t.bug().equals(bug))).toList();
    return new Difference(
        same.size(),
        corrected(bugs.stream().map(bug -> BugChange.of(bug, same)).toList()),
        time(same),
        bugs.stream().filter(bug -> only(same, bug, true)).toList(),
        bugs.stream().filter(bug -> only(same, bug, false)).toList(),
        alarms(same, SameTrial::before),
        alarms(same, SameTrial::after),
        (int) same.stream().filter(t -> t.bug().equals(TrialRecord.CORRECT)).count());
  }

  private static boolean any(List<SameTrial> same, Predicate<SameTrial> holds) {
    return same.stream().anyMatch(holds);
  }

  private static boolean only(List<SameTrial> same, String bug, boolean first) {
    List<SameTrial> some = same.stream().filter(t -> t.bug().equals(bug)).toList();
    boolean before = any(some, SameTrial::foundBefore);
    boolean after = any(some, SameTrial::foundAfter);
    return first ? before && !after : after && !before;
  }

  private static List<BugChange> corrected(List<BugChange> changes) {
    List<Double> ps = Holm.corrected(changes.stream().map(BugChange::p).toList());
    List<BugChange> corrected = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      corrected.add(changes.get(i).corrected(ps.get(i)));
    }
    return corrected;
  }

  private static LogRank time(List<SameTrial> same) {
    Map<String, List<SameTrial>> strata = new TreeMap<>();
    same.stream()
        .filter(t -> t.conclusive() && !t.bug().equals(TrialRecord.CORRECT))
        .forEach(t ->
            strata
                .computeIfAbsent(t.before().schedule() + "|" + t.bug(), key -> new ArrayList<>())
                .add(t));
    return LogRank.of(strata.values().stream().map(Difference::stratum).toList());
  }

  private static LogRank.Stratum stratum(List<SameTrial> trials) {
    return new LogRank.Stratum(
        cell(trials, SameTrial::before).waits(), cell(trials, SameTrial::after).waits());
  }

  private static Cell cell(List<SameTrial> trials, Function<SameTrial, TrialRecord> which) {
    return new Cell("", "", trials.stream().map(which).toList());
  }

  private static int alarms(List<SameTrial> same, Function<SameTrial, TrialRecord> which) {
    return (int) same.stream().map(which).filter(TrialRecord::accuses).count();
  }

  /** Whether the second is worse: a bug is lost or found less often, or it accuses more. */
  public boolean regression() {
    return !lost.isEmpty()
        || alarmsAfter > alarmsBefore
        || changes.stream().anyMatch(BugChange::worse);
  }
}
