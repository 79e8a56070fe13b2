package io.quorate.bench.raft;

/**
 * What one phase of load came to.
 *
 * @param operations that ended well while it was measured
 * @param failures that did not
 * @param seconds it lasted
 * @param p50Nanos the median latency, from callback to callback
 * @param p99Nanos of a hundred operations the slowest but one
 * @param cpuNanos processor time of all servers together
 * @param syncs how often the servers made writes durable
 */
record Figures(
    long operations,
    long failures,
    double seconds,
    long p50Nanos,
    long p99Nanos,
    long cpuNanos,
    long syncs) {
  double perSecond() {
    return operations / seconds;
  }

  double cpuMicros() {
    return operations == 0 ? Double.NaN : cpuNanos / 1e3 / operations;
  }

  double syncsPerOperation() {
    return operations == 0 ? Double.NaN : (double) syncs / operations;
  }
}
