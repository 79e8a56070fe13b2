package io.quorate.checker.severity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How bad the violations of a history are.
 *
 * @param staleness of its stale reads, or null where no read is surely stale
 * @param breaches of promises to single processes, at most {@link #MOST_BREACHES}: the first of
 *     each process, key and promise
 * @param allBreaches how many there are
 * @param sequential whether the whole history is at least sequentially consistent
 * @param nanos how long it took to find out
 */
public record Severity(
    @Nullable Staleness staleness,
    List<Breach> breaches,
    int allBreaches,
    Sequential sequential,
    long nanos) {
  /** Most breaches listed. */
  public static final int MOST_BREACHES = 20;

  /** Keeps its own copy. */
  public Severity {
    breaches = List.copyOf(breaches);
  }
}
