package io.quorate.checker.power;

/**
 * What became of the copies damaged in one way.
 *
 * @param damage the way
 * @param places how many different damages of it the history has; 0 when it is not possible here
 * @param every whether each place was tried, once; else those tried were drawn, all places with
 *     equal chances
 * @param caught the copies that are not linearizable
 * @param legal those that are: in this history nobody could have told
 * @param undecided those that were not decided within their budget
 */
public record Share(
    Damage damage, long places, boolean every, int caught, int legal, int undecided) {
  /** Returns how many copies were damaged so. */
  public int tried() {
    return caught + legal + undecided;
  }
}
