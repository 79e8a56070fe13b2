package io.quorate.results.campaign.versus;

import io.quorate.results.stat.LogRank;
import io.quorate.results.stat.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A difference of two campaigns for a terminal. */
public final class DifferenceText {
  private DifferenceText() {}

  /** Returns the whole text, without a line break at its end. */
  public static String of(Difference difference) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%,d trials were played by both", difference.trials()));
    List<BugChange> differing = difference.changes().stream().filter(BugChange::differs).toList();
    if (!differing.isEmpty()) {
      lines.add("bug         before        after   only before  only after       p");
      differing.forEach(change -> lines.add(line(change)));
      lines.add("found of trials conclusive in both; p by the sign test over runs, Holm-corrected");
    }
    int alike = difference.changes().size() - differing.size();
    lines.add(alike + " of " + difference.changes().size() + " bugs were found in the same trials");
    lines.add("lost:    " + names(difference.lost()) + chance(difference));
    lines.add("gained:  " + names(difference.gained()));
    lines.add("time:    " + time(difference.time()));
    lines.add(
        String.format(
            Locale.ROOT,
            "correct: %,d false alarms before and %,d after, in %,d trials each",
            difference.alarmsBefore(),
            difference.alarmsAfter(),
            difference.correct()));
    lines.add("verdict: " + verdict(difference));
    return String.join("\n", lines);
  }

  private static String line(BugChange change) {
    return String.format(
        Locale.ROOT,
        "%-6s %11s  %11s   %11d %11d   %5.3f%s",
        change.bug(),
        share(change.before()),
        share(change.after()),
        change.lost(),
        change.gained(),
        change.p(),
        change.worse() ? "  worse" : "");
  }

  private static String share(Share share) {
    return share.hits() + "/" + share.trials();
  }

  private static String names(List<String> bugs) {
    return bugs.isEmpty() ? "none" : String.join(" ", bugs);
  }

  private static String chance(Difference difference) {
    boolean shown =
        difference.changes().stream()
            .anyMatch(change -> difference.lost().contains(change.bug()) && change.worse());
    return difference.lost().isEmpty() || shown ? "" : "; of so few finds that chance explains it";
  }

  private static String time(LogRank test) {
    String p = String.format(Locale.ROOT, "log-rank by schedule and bug, p = %.3f", test.p());
    if (test.p() >= 0.05) {
      return "no difference is shown (" + p + ")";
    }
    return "bugs show " + (test.sooner() > 0 ? "later" : "sooner") + " after (" + p + ")";
  }

  private static String verdict(Difference difference) {
    return difference.regression()
        ? "regression: a bug is lost or found less often, or there are more false alarms"
        : "no regression";
  }
}
