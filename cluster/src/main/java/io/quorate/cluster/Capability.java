package io.quorate.cluster;

import io.quorate.nemesis.FaultSpec;

/** What a world may be able to do to the system under test. */
public enum Capability {
  /** Cut directed links between places. */
  CUT_LINKS,
  /** Delay what is sent along directed links. */
  DELAY_LINKS,
  /** Kill processes and start them again. */
  KILL,
  /** Stop processes and let them go on. */
  PAUSE,
  /** Cut the power of a machine, so that un-synced bytes are lost. */
  POWER_LOSS,
  /** Empty the disk of a node. */
  WIPE,
  /** Flip bits in what a disk holds. */
  CORRUPT,
  /** Change who belongs to the cluster. */
  MEMBERSHIP,
  /** Let clocks run fast or slow. */
  CLOCK,
  /** Make disks slow. */
  SLOW_DISK,
  /** Lose, double and reorder single messages. */
  DISTURB_LINKS;

  /** Returns what a world must be able to do for {@code fault}. */
  public static Capability neededBy(FaultSpec fault) {
    return switch (fault) {
      case FaultSpec.Isolate isolate -> CUT_LINKS;
      case FaultSpec.Halves halves -> CUT_LINKS;
      case FaultSpec.MajoritiesRing ring -> CUT_LINKS;
      case FaultSpec.Bridge bridge -> CUT_LINKS;
      case FaultSpec.OneWay oneWay -> CUT_LINKS;
      case FaultSpec.Cut cut -> CUT_LINKS;
      case FaultSpec.Slow slow -> DELAY_LINKS;
      case FaultSpec.Kill kill -> KILL;
      case FaultSpec.Pause pause -> PAUSE;
      case FaultSpec.PowerLoss powerLoss -> POWER_LOSS;
      case FaultSpec.Wipe wipe -> WIPE;
      case FaultSpec.Corrupt corrupt -> CORRUPT;
      case FaultSpec.Remove remove -> MEMBERSHIP;
      case FaultSpec.ClockRate clock -> CLOCK;
      case FaultSpec.SlowDisk disk -> SLOW_DISK;
      case FaultSpec.Unreliable unreliable -> DISTURB_LINKS;
    };
  }
}
