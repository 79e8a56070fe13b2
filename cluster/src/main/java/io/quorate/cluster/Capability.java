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
  PAUSE;

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
    };
  }
}
