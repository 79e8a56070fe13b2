package io.quorate.raft.rules;

/** What a damaged write-ahead log means at start (Protocol-Aware Recovery, FAST 2018). */
public interface LogRecovery {
  /** What to do with a bad frame. */
  enum Remedy {
    /** Cut it off with all behind it: it never was durable, so nothing was promised on it. */
    CUT,
    /** Refuse to start: something that was durable is gone. */
    REFUSE
  }

  /**
   * A frame is written only after the one before it is durable. So a bad last frame is a write that
   * a crash tore; a bad frame with a good one behind it was durable once and has been damaged.
   */
  default Remedy onBadFrame(boolean goodFrameFollows) {
    return goodFrameFollows ? Remedy.REFUSE : Remedy.CUT;
  }
}
