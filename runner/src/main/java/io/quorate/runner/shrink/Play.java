package io.quorate.runner.shrink;

import io.quorate.nemesis.Schedule;
import io.quorate.runner.plan.Plan;
import java.util.OptionalLong;

/** Plays a plan and says whether it is red. The same plan is always the same trial. */
@FunctionalInterface
public interface Play {
  /** Plays {@code plan} to its end. */
  Seen of(Plan plan);

  /**
   * What was seen of it.
   *
   * @param redNanos when it turned red, since its start; empty when it did not
   * @param executed its schedule as it was executed
   */
  record Seen(OptionalLong redNanos, Schedule executed) {}
}
