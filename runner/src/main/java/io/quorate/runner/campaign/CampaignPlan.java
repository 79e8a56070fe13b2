package io.quorate.runner.campaign;

import io.quorate.nemesis.Schedule;
import io.quorate.results.campaign.TrialRecord;
import java.util.List;

/**
 * What a campaign is told: each of these schedules against each of these bugs, so many times.
 *
 * @param schedules what is broken
 * @param bugs ids of seeded bugs, each a variant of its own; {@link #CORRECT} for the correct
 *     server
 * @param runs how many trials each pair has
 * @param seed from which the seed of each run comes; run {@code k} has the same one in every pair,
 *     so that schedules are compared on equal terms
 */
public record CampaignPlan(List<Schedule> schedules, List<String> bugs, int runs, long seed) {
  /** In place of a bug: the correct server. */
  public static final String CORRECT = TrialRecord.CORRECT;

  /** The most trials a campaign may have. */
  public static final int MAX_TRIALS = 10_000_000;

  /** Refuses campaigns that test nothing, or never end. */
  public CampaignPlan {
    schedules = List.copyOf(schedules);
    bugs = List.copyOf(bugs);
    long trials = (long) schedules.size() * bugs.size() * runs;
    if (trials < 1 || trials > MAX_TRIALS) {
      throw new IllegalArgumentException(
          "a campaign has 1 to " + MAX_TRIALS + " trials, got " + trials);
    }
  }

  /** Returns how many trials it has. */
  public int trials() {
    return schedules.size() * bugs.size() * runs;
  }
}
