package io.quorate.runner.shrink;

import io.quorate.nemesis.Step;
import io.quorate.runner.plan.Plan;

/**
 * What is left of a red trial.
 *
 * @param plan still red, with this seed
 * @param redNanos when it turns red, since the start of the trial
 * @param plays how many trials it took
 * @param whole whether nothing was left to try; else the limit of trials ended it
 */
public record Shrunk(Plan plan, long redNanos, int plays, boolean whole) {
  /** Returns how many steps do something: all but the waits. */
  public long events() {
    return events(plan);
  }

  /** Returns how many steps of {@code plan} do something. */
  public static long events(Plan plan) {
    return plan.schedule().steps().stream().filter(step -> !(step instanceof Step.Wait)).count();
  }
}
