package io.quorate.cluster;

import io.quorate.nemesis.FaultSpec;

/** What a world may be able to do to the system under test. */
public enum Capability {
  /** Cut directed links between places. */
  CUT_LINKS("cut links"),
  /** Delay what is sent along directed links. */
  DELAY_LINKS("slow links"),
  /** Kill processes and start them again. */
  KILL("killed processes"),
  /** Stop processes and let them go on. */
  PAUSE("paused processes"),
  /** Cut the power of a machine, so that un-synced bytes are lost. */
  POWER_LOSS("power losses"),
  /** Empty the disk of a node. */
  WIPE("emptied disks"),
  /** Flip bits in what a disk holds. */
  CORRUPT("damaged disks"),
  /** Change who belongs to the cluster. */
  MEMBERSHIP("changes of membership"),
  /** Let clocks run fast or slow. */
  CLOCK("wrong clocks"),
  /** Make disks slow. */
  SLOW_DISK("slow disks"),
  /** Lose, double and reorder single messages. */
  DISTURB_LINKS("lost and doubled messages");

  private final String words;

  Capability(String words) {
    this.words = words;
  }

  /** Returns what it brings about, for people. */
  public String words() {
    return words;
  }

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
