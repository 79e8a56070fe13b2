package io.quorate.checker.severity;

/**
 * Whether there is an order of all operations on all keys together that explains every answer and
 * keeps the order of each process, whatever real time says (Lamport, How to make a multiprocessor
 * computer that correctly executes multiprocess programs, 1979).
 */
public enum Sequential {
  /** There is one: clients that talk to nobody else could not have noticed. */
  YES,
  /** There is none. */
  NO,
  /** Not known within the budget. */
  NOT_DETERMINED
}
