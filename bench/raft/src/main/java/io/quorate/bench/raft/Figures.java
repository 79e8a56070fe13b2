package io.quorate.bench.raft;

/**
 * What one phase of load came to.
 *
 * @param operations that ended well while it was measured
 * @param failures that did not
 * @param seconds it lasted
 * @param p50Nanos the median latency, from callback to callback
 * @param p99Nanos of a hundred operations the slowest but one
 * @param cost what the servers spent meanwhile
 */
record Figures(
    long operations,
    long failures,
    double seconds,
    long p50Nanos,
    long p99Nanos,
    Cost cost) {
  /**
   * All servers together, over a time of its own: asking the servers takes a while, so it counts
   * the operations that ended from one asking to the next.
   *
   * @param operations that ended meanwhile
   * @param cpuNanos processor time
   * @param syncs how often they made writes durable
   */
  record Cost(long operations, long cpuNanos, long syncs) {
    Cost since(Cost earlier) {
      return new Cost(
          operations - earlier.operations, cpuNanos - earlier.cpuNanos, syncs - earlier.syncs);
    }
  }

  double perSecond() {
    return operations / seconds;
  }

  double cpuMicros() {
    return cost.cpuNanos / 1e3 / cost.operations;
  }

  double syncsPerOperation() {
    return (double) cost.syncs / cost.operations;
  }
}
