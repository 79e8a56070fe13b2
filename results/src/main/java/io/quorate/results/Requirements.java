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
 * @param power which share of every kind of damage the checker must surely have caught, 0 for none;
 *     at most {@link #MOST_POWER}
 */
public record Requirements(
    int faultsLanded,
    int faultsExercised,
    int attemptsOfEachKind,
    int okOfEachKind,
    Duration shortFault,
    int okInAll,
    int okAfterHeal,
    double power) {
  /** The most power that the number of damages tried can show. */
  public static final double MOST_POWER = 0.9;

  /** What a run needs when its plan does not say otherwise. */
  public static final Requirements DEFAULT =
      new Requirements(1, 1, 20, 20, Duration.ofSeconds(3), 100, 1, 0);

  /** Refuses negative numbers. */
  public Requirements {
    int least =
        Math.min(
            Math.min(Math.min(faultsLanded, faultsExercised), Math.min(okInAll, okAfterHeal)),
            Math.min(attemptsOfEachKind, okOfEachKind));
    if (least < 0 || shortFault.isNegative()) {
      throw new IllegalArgumentException("a requirement cannot be negative");
    }
    if (!(power >= 0 && power <= MOST_POWER)) {
      throw new IllegalArgumentException("a power is 0 to " + MOST_POWER + ", got " + power);
    }
  }

  /** Returns these requirements with another power. */
  public Requirements withPower(double other) {
    return new Requirements(
        faultsLanded,
        faultsExercised,
        attemptsOfEachKind,
        okOfEachKind,
        shortFault,
        okInAll,
        okAfterHeal,
        other);
  }
}
