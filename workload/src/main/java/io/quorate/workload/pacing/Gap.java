package io.quorate.workload.pacing;

import io.quorate.history.RandomStream;

/** The time between two operations: how long on average, and how it varies. */
public sealed interface Gap {
  /** Returns the gap drawn at this position. */
  long nanos(RandomStream random);

  /** Returns the mean gap of {@code perSecond} operations a second. */
  static double mean(double perSecond) {
    if (!(perSecond > 0 && perSecond <= 1e9)) {
      throw new IllegalArgumentException("no rate of " + perSecond + " operations a second");
    }
    return 1e9 / perSecond;
  }

  /** Always the same. */
  record Fixed(double meanNanos) implements Gap {
    @Override
    public long nanos(RandomStream random) {
      // One draw decides between the two neighbours of a mean that is no whole number.
      return (long) (meanNanos + random.unit());
    }
  }

  /** Anything from nothing to twice the mean. */
  record Uniform(double meanNanos) implements Gap {
    @Override
    public long nanos(RandomStream random) {
      return Math.round(2 * meanNanos * random.unit());
    }
  }

  /** As independent arrivals have it. */
  record Exponential(double meanNanos) implements Gap {
    @Override
    public long nanos(RandomStream random) {
      return Math.round(random.exponential(meanNanos));
    }
  }
}
