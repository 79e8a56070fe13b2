package io.quorate.results.campaign.gate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a release needs from a campaign. That the correct server is accused of nothing is always
 * needed; what is left open here is not.
 *
 * @param schedule whose trials are looked at
 * @param bugsFound how many known bugs it must find at least, each in at least one trial
 * @param bugs which bugs it must find
 * @param conclusiveRuns how many trials of the correct server must say something
 * @param violationsUnder the share of runs below which violations of the correct server must be, at
 *     95 % confidence, one-sided; between 0 and 1
 * @param secondsAFind how many seconds under test a find may cost
 */
public record GatePolicy(
    String schedule,
    OptionalInt bugsFound,
    List<String> bugs,
    OptionalInt conclusiveRuns,
    OptionalDouble violationsUnder,
    OptionalDouble secondsAFind) {
  /** Keeps its own copy. */
  public GatePolicy {
    bugs = List.copyOf(bugs);
  }
}
