package io.quorate.results.campaign.gate;

import io.quorate.results.Outcome.Grade;
import io.quorate.results.campaign.Campaign;
import io.quorate.results.campaign.Cell;
import io.quorate.results.campaign.Release;
import io.quorate.results.campaign.Standing;
import io.quorate.results.campaign.TrialRecord;
import io.quorate.results.stat.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A campaign held against a policy.
 *
 * @param rules what became of each need, in the order of the policy
 * @param sentence what the trials of the schedule say of the correct server, for whoever answers
 *     for the release
 */
public record GateVerdict(List<GateRule> rules, String sentence) {
  /** Keeps its own copy. */
  public GateVerdict {
    rules = List.copyOf(rules);
  }

  /**
   * Judges.
   *
   * @throws IllegalArgumentException with one sentence where the campaign lacks what the policy
   *     names
   */
  public static GateVerdict of(Campaign campaign, GatePolicy policy) {
    requireKnown("schedule", List.of(policy.schedule()), campaign.schedules());
    requireKnown("bug", policy.bugs(), campaign.bugs());
    List<GateRule> rules = new ArrayList<>(List.of(correctServer(campaign)));
    Share accused = campaign.cell(policy.schedule(), TrialRecord.CORRECT).share();
    policy.conclusiveRuns().ifPresent(least -> rules.add(conclusiveRuns(accused, least)));
    policy.violationsUnder().ifPresent(most -> rules.add(violationsUnder(accused, most)));
    Set<String> found = campaign.foundBy(policy.schedule());
    policy.bugsFound().ifPresent(least -> rules.add(bugsFound(found, campaign, least)));
    if (!policy.bugs().isEmpty()) {
      rules.add(bugs(found, policy.bugs()));
    }
    policy
        .secondsAFind()
        .ifPresent(most -> rules.add(secondsAFind(campaign, policy.schedule(), most)));
    return new GateVerdict(rules, Release.sentence(campaign, policy.schedule()));
  }

  private static void requireKnown(String what, List<String> names, List<String> known) {
    Set<String> unknown = new TreeSet<>(names);
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "the campaign has no "
              + what
              + " "
              + String.join(", ", unknown)
              + "; it has "
              + String.join(", ", known));
    }
  }

  /** Returns what it comes to. */
  public Grade grade() {
    return rules.stream().map(GateRule::grade).reduce(Grade.PASS, Grade::worse);
  }

  private static GateRule correctServer(Campaign campaign) {
    int alarms = campaign.falseAlarms().size();
    int trials =
        campaign.schedules().stream()
            .map(schedule -> campaign.cell(schedule, TrialRecord.CORRECT))
            .map(Cell::trials)
            .mapToInt(List::size)
            .sum();
    Grade grade = alarms > 0 ? Grade.VIOLATION : trials == 0 ? Grade.INCONCLUSIVE : Grade.PASS;
    return new GateRule(
        "correct-server",
        grade,
        String.format(
            Locale.ROOT,
            "%,d false alarms in %,d trials of all schedules; 0 may be",
            alarms,
            trials));
  }

  private static GateRule conclusiveRuns(Share accused, int least) {
    return new GateRule(
        "conclusive-runs",
        missing(accused.trials() < least),
        String.format(
            Locale.ROOT,
            "%,d trials of the correct server say something; %,d are needed",
            accused.trials(),
            least));
  }

  private static GateRule violationsUnder(Share accused, double most) {
    double bound = accused.upperBound();
    return new GateRule(
        "violations-under",
        missing(bound >= most),
        String.format(
            Locale.ROOT,
            "at 95 %% confidence it shows a violation in under %.3f %% of runs; under %s %% is"
                + " needed",
            Math.ceil(bound * 1e5) / 1e3,
            plain(most * 100)));
  }

  private static String plain(double number) {
    return String.format(Locale.ROOT, "%.6f", number).replaceAll("\\.?0+$", "");
  }

  private static GateRule bugsFound(Set<String> found, Campaign campaign, int least) {
    return new GateRule(
        "bugs-found",
        missing(found.size() < least),
        "it finds "
            + found.size()
            + " of "
            + campaign.bugs().size()
            + " known bugs; "
            + least
            + " are needed");
  }

  private static GateRule bugs(Set<String> found, List<String> needed) {
    Set<String> missed = new TreeSet<>(needed);
    missed.removeAll(found);
    return new GateRule(
        "bugs",
        missing(!missed.isEmpty()),
        missed.isEmpty()
            ? "it finds " + String.join(" ", needed)
            : "it misses " + String.join(" ", missed));
  }

  private static GateRule secondsAFind(Campaign campaign, String schedule, double most) {
    double cost =
        campaign.ranking().stream()
            .filter(standing -> standing.schedule().equals(schedule))
            .mapToDouble(Standing::costPerFind)
            .findFirst()
            .orElse(Double.POSITIVE_INFINITY);
    return new GateRule(
        "seconds-a-find",
        cost > most ? Grade.RULE_BROKEN : Grade.PASS,
        Double.isInfinite(cost)
            ? "it finds nothing"
            : String.format(
                Locale.ROOT, "a find costs %,.1f s under test; %,.1f may be", cost, most));
  }

  private static Grade missing(boolean missing) {
    return missing ? Grade.INCONCLUSIVE : Grade.PASS;
  }
}
