package io.quorate.results.stat;

/**
 * How long something was waited for.
 *
 * @param time until it came, or until nobody waited any longer
 * @param came whether it came
 */
public record Waited(double time, boolean came) {
  /** Refuses times below zero. */
  public Waited {
    if (!(time >= 0)) {
      throw new IllegalArgumentException("nobody waits for " + time);
    }
  }
}
