package io.quorate.runner;

import io.quorate.nemesis.Schedule;
import io.quorate.results.RoleSample;
import java.util.List;

/**
 * What a run left behind beside its history.
 *
 * @param ending how it ended
 * @param executed the schedule as it was executed, with the targets by name; replayable
 * @param roles what the nodes said of themselves while it ran
 */
public record Recording(Ending ending, Schedule executed, List<RoleSample> roles) {
  /** Keeps its own copy of the roles. */
  public Recording {
    roles = List.copyOf(roles);
  }
}
