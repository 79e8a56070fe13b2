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
 * @param doubts what else speaks against a green, though no history shows it; one sentence each
 * @param ended servers that ended by themselves; one sentence each
 */
public record Recording(
    Ending ending,
    Schedule executed,
    List<RoleSample> roles,
    List<String> doubts,
    List<String> ended) {
  /** Keeps its own copies. */
  public Recording {
    roles = List.copyOf(roles);
    doubts = List.copyOf(doubts);
    ended = List.copyOf(ended);
  }
}
