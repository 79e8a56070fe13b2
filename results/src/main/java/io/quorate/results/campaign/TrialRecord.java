package io.quorate.results.campaign;

import io.quorate.results.coverage.CutWalk;
import java.util.List;

/**
 * One trial of a campaign, as a line of {@code trials.jsonl}.
 *
 * @param schedule the nemesis' schedule
 * @param bug the seeded bug's id, {@link #CORRECT} for the correct server
 * @param run its number among the trials of this schedule and bug; run {@code k} has the same seed
 *     for every schedule and bug
 * @param seed from which everything in it came
 * @param result what it came to
 * @param signs where a bug showed: {@code history}, {@code liveness}, {@code stopped}; {@code law}
 *     is seen from inside only and makes no {@link Result#FOUND}
 * @param redSeconds when the first sign could be seen from outside, in seconds of virtual time; -1
 *     when there was none
 * @param virtualSeconds how long the trial took in virtual time
 * @param wallSeconds how long it took to play and judge
 * @param operations how many operations its history has
 * @param events how many things happened in it
 * @param words the first sign, or the doubt, in words; may be empty
 * @param cuts its cuts, as {@link CutWalk#text} writes them; empty where nobody noted them
 */
public record TrialRecord(
    String schedule,
    String bug,
    int run,
    long seed,
    Result result,
    List<String> signs,
    double redSeconds,
    double virtualSeconds,
    double wallSeconds,
    long operations,
    long events,
    String words,
    String cuts) {
  /** In place of a bug: the correct server. */
  public static final String CORRECT = "none";

  /** Keeps its own copy. Lines of an earlier build have no cuts. */
  public TrialRecord {
    signs = List.copyOf(signs);
    cuts = cuts == null ? "" : cuts;
  }

  /** Whether it accuses the correct server: a false alarm, be it by a law inside. */
  public boolean accuses() {
    return bug.equals(CORRECT) && (result == Result.FOUND || signs.contains("law"));
  }

  /** What a trial came to. */
  public enum Result {
    /** Something that somebody outside of the servers could have seen is wrong. */
    FOUND,
    /** Nothing is wrong, and the evidence is complete. */
    CLEAN,
    /** Undecided, or a fault was not proven. */
    INCONCLUSIVE
  }
}
