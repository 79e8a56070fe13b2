package io.quorate.raft.shell.disk;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How long the calls took that make writes durable, as a histogram.
 *
 * @param count calls so far
 * @param nanos their time together
 * @param upTo for each bound of {@link #BOUNDS_NANOS} how many took at most so long
 */
public record SyncTimes(long count, long nanos, List<Long> upTo) {
  /** The bounds of the histogram, in nanoseconds: from a fast flash disk to one in trouble. */
  public static final List<Long> BOUNDS_NANOS =
      List.of(100_000L, 250_000L, 500_000L, 1_000_000L, 2_500_000L, 10_000_000L, 100_000_000L);

  /** Keeps its own copy. */
  public SyncTimes {
    upTo = List.copyOf(upTo);
    if (upTo.size() != BOUNDS_NANOS.size()) {
      throw new IllegalArgumentException("one number for each of " + BOUNDS_NANOS);
    }
  }

  /** Before the first call. */
  public static SyncTimes none() {
    return new SyncTimes(0, 0, BOUNDS_NANOS.stream().map(bound -> 0L).toList());
  }

  /** These and one more that took so long. */
  public SyncTimes and(long took) {
    List<Long> more =
        IntStream.range(0, upTo.size())
            .mapToObj(i -> upTo.get(i) + (took <= BOUNDS_NANOS.get(i) ? 1 : 0))
            .toList();
    return new SyncTimes(count + 1, nanos + took, more);
  }
}
