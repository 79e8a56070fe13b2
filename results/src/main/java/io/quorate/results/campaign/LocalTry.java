package io.quorate.results.campaign;

import java.util.List;

/**
 * One try of a bug on real processes of this machine, as a line of {@code local.jsonl}.
 *
 * @param bug the seeded bug's id
 * @param schedule the nemesis' schedule
 * @param attempt its number among the tries of this bug and schedule, from 1; 0 where it could not
 *     be tried
 * @param seed from which the clients' and the nemesis' choices came; not the processes' timing
 * @param seconds how long the schedule ran, as planned
 * @param result what it came to
 * @param signs where the bug showed: {@code history}, {@code liveness}, {@code stopped}; {@code
 *     law} is seen from inside only and makes no {@link Result#SHOWN}
 * @param wallSeconds how long it took in all
 * @param words the first sign, the doubt, or why it cannot be tried; may be empty
 * @param folder where the run is kept, empty where there was none
 */
public record LocalTry(
    String bug,
    String schedule,
    int attempt,
    long seed,
    double seconds,
    Result result,
    List<String> signs,
    double wallSeconds,
    String words,
    String folder) {
  /** Keeps its own copy. */
  public LocalTry {
    signs = List.copyOf(signs);
  }

  /** What cannot be tried on real processes, and why. */
  public static LocalTry impossible(String bug, String schedule, String why) {
    return new LocalTry(bug, schedule, 0, 0, 0, Result.IMPOSSIBLE, List.of(), 0, why, "");
  }

  /** A bug of which nothing is known that would show it, and why. */
  public static LocalTry untried(String bug, String why) {
    return new LocalTry(bug, "", 0, 0, 0, Result.UNTRIED, List.of(), 0, why, "");
  }

  /** What a try came to. */
  public enum Result {
    /** Something that somebody outside of the servers could see is wrong. */
    SHOWN,
    /** Nothing is wrong, and the evidence is complete. */
    NOT_SHOWN,
    /** Undecided, a fault was not proven, or the run did not come to its end. */
    INCONCLUSIVE,
    /** It was not tried: this world lacks what it needs. */
    IMPOSSIBLE,
    /** It was not tried: nothing is known that would show it. */
    UNTRIED
  }
}
