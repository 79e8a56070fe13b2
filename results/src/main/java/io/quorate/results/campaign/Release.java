package io.quorate.results.campaign;

import io.quorate.results.stat.Share;
import java.util.Locale;

/** What a campaign says to whoever answers for a release: no more than it knows. */
public final class Release {
  private Release() {}

  /** Returns what the trials of {@code schedule} on the correct server say of it. */
  public static String sentence(Campaign campaign, String schedule) {
    Cell correct = campaign.cell(schedule, TrialRecord.CORRECT);
    Share share = correct.share();
    int known = campaign.bugs().size();
    String power =
        known == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "; the schedule finds %d of %d known bugs",
                campaign.foundBy(schedule).size(),
                known);
    if (share.trials() == 0) {
      return "No conclusive run of " + schedule + " on this server" + power + ".";
    }
    return String.format(
        Locale.ROOT,
        "%d violation%s in %,d conclusive runs of %s: at 95 %% confidence (one-sided) it shows a"
            + " violation in under %s of runs%s.",
        share.hits(),
        share.hits() == 1 ? "" : "s",
        share.trials(),
        schedule,
        Percent.atMost(share.upperBound()),
        power);
  }
}
