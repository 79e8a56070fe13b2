package io.quorate.trial;

/** The phases of a trial, in their order. */
public enum Phase {
  /** Load without faults. */
  WARM_UP,
  /** Load while the schedule runs. */
  MAIN,
  /** The load goes on while everything still in force is lifted. */
  HEALING,
  /** Load without faults again: the system must recover. */
  RECOVERY,
  /** No new operations; the open ones end or become doubts. */
  DRAINING,
  /** Every key is read once more. */
  FINAL_READS,
  /** Nothing more happens. */
  STOPPED
}
