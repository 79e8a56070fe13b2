package io.quorate.checker.power;

/**
 * A fault of a register as its clients would see it. What is older and newer follows {@link Story}.
 */
public enum Damage {
  /**
   * One read answers what the register held one change earlier. Places: the reads that came after a
   * change.
   */
  STALE_READ,
  /**
   * A write or cas that was answered ok takes no effect: whoever saw it sees the value before, and
   * a cas that met it is refused, with all that follows from that. Places: all of these.
   */
  LOST_WRITE,
  /**
   * Two reads of one key exchange their answers. Places: the pairs of reads that returned one after
   * the other with different answers.
   */
  SWAPPED_READS,
  /**
   * From one read of a key on, every later read of it that the same node answered, or where nobody
   * recorded nodes the same process asked, answers the same. Places: the reads after which that
   * changes an answer.
   */
  FROZEN_REPLICA
}
