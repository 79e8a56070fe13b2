package io.quorate.raft.server;

import java.time.Duration;

/**
 * The times of an election (5.2).
 *
 * @param election T: the least time without a leader before a server stands
 * @param spread S: it waits between T and T + S, so that two seldom stand at once
 * @param heartbeat how often a leader is heard; well below T
 */
public record Timing(Duration election, Duration spread, Duration heartbeat) {
  /** What a server has unless told otherwise. */
  public static final Timing USUAL =
      new Timing(Duration.ofMillis(300), Duration.ofMillis(100), Duration.ofMillis(60));

  /** The times of the paper: between T and 2T. */
  public static Timing ofPaper(Duration election, Duration heartbeat) {
    return new Timing(election, election, heartbeat);
  }
}
