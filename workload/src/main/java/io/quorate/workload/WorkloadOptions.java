package io.quorate.workload;

/**
 * What can be set of a workload over independent keys.
 *
 * <p>The defaults serve detection and cheap checking at once: unique values, since a stale read of
 * a small value often stays legal; mostly reads, since only reads observe; few workers and few
 * crashed operations a key, since both multiply what the checker must try.
 *
 * @param keys how many keys are in use at one time, at most
 * @param workersPerKey how many workers share a key, at least (fewer keys are used when workers are
 *     short)
 * @param operationsPerKey after how many operations a key is retired for a fresh one
 * @param crashesPerKey after how many operations of unknown effect a key is retired
 * @param values which values are written
 * @param reads share of reads, relative to the other shares
 * @param writes share of writes
 * @param cas share of compare-and-set, where the workload has it
 */
public record WorkloadOptions(
    int keys,
    int workersPerKey,
    int operationsPerKey,
    int crashesPerKey,
    Values values,
    int reads,
    int writes,
    int cas) {
  /** The most keys one run may use, retired ones included. */
  public static final int MAX_KEYS_PER_RUN = 100_000;

  /** What is used where nothing is said. */
  public static final WorkloadOptions DEFAULTS =
      new WorkloadOptions(10, 3, 400, 4, Values.UNIQUE, 50, 25, 25);

  /** Refuses counts below 1, negative shares, and shares that are all 0. */
  public WorkloadOptions {
    atLeastOne("keys", keys);
    atLeastOne("workers per key", workersPerKey);
    atLeastOne("operations per key", operationsPerKey);
    atLeastOne("crashed operations per key", crashesPerKey);
    if (reads < 0 || writes < 0 || cas < 0 || reads + writes <= 0) {
      throw new IllegalArgumentException(
          "no mix of " + reads + " reads, " + writes + " writes, " + cas + " cas");
    }
  }

  /** Returns these options with {@code count} keys in use at one time. */
  public WorkloadOptions withKeys(int count) {
    return new WorkloadOptions(
        count, workersPerKey, operationsPerKey, crashesPerKey, values, reads, writes, cas);
  }

  /** Returns these options with at least {@code count} workers a key. */
  public WorkloadOptions withWorkersPerKey(int count) {
    return new WorkloadOptions(
        keys, count, operationsPerKey, crashesPerKey, values, reads, writes, cas);
  }

  /** Returns these options with these limits on what one key takes. */
  public WorkloadOptions withLimits(int operations, int crashes) {
    return new WorkloadOptions(
        keys, workersPerKey, operations, crashes, values, reads, writes, cas);
  }

  /** Returns these options with {@code kind} of values. */
  public WorkloadOptions withValues(Values kind) {
    return new WorkloadOptions(
        keys, workersPerKey, operationsPerKey, crashesPerKey, kind, reads, writes, cas);
  }

  /** Returns these options with these shares. */
  public WorkloadOptions withShares(int ofReads, int ofWrites, int ofCas) {
    return new WorkloadOptions(
        keys, workersPerKey, operationsPerKey, crashesPerKey, values, ofReads, ofWrites, ofCas);
  }

  private static void atLeastOne(String what, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(what + ": at least 1 is needed, got " + count);
    }
  }

  /** Which values are written. */
  public enum Values {
    /** Each one once in a run and key: 1, 2, 3, ... */
    UNIQUE,
    /** Drawn from 0 to 4, so that values come back. */
    SMALL
  }
}
