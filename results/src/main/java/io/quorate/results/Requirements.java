package io.quorate.results;

import java.time.Duration;

/**
 * What a run must have seen for its green to mean something. Without it the run is inconclusive.
 *
 * @param faultsLanded how many faults must be proven, when the schedule has any
 * @param faultsExercised how many faults, all those shorter than {@code shortFault} together
 *     counting as one, must meet the counts below
 * @param attemptsOfEachKind operations of each function invoked while a fault is in force, on each
 *     side that has clients
 * @param okOfEachKind those of them that ended ok in force, where a majority lives
 * @param shortFault faults in force for less are not counted one by one, but together and over all
 *     functions; nor need they be looked at half-way
 * @param okInAll ok operations in the whole run
 * @param okAfterHeal ok operations invoked after the last fault was lifted
 */
public record Requirements(
    int faultsLanded,
    int faultsExercised,
    int attemptsOfEachKind,
    int okOfEachKind,
    Duration shortFault,
    int okInAll,
    int okAfterHeal) {
  /** What a run needs when its plan does not say otherwise. */
  public static final Requirements DEFAULT =
      new Requirements(1, 1, 20, 20, Duration.ofSeconds(3), 100, 1);

  /** Refuses negative numbers. */
  public Requirements {
    int least =
        Math.min(
            Math.min(Math.min(faultsLanded, faultsExercised), Math.min(okInAll, okAfterHeal)),
            Math.min(attemptsOfEachKind, okOfEachKind));
    if (least < 0 || shortFault.isNegative()) {
      throw new IllegalArgumentException("a requirement cannot be negative");
    }
  }
}
