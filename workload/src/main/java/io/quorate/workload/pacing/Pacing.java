package io.quorate.workload.pacing;

import io.quorate.history.RandomStream;
import io.quorate.workload.Generator;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes generators that look at the time. */
public final class Pacing {
  private Pacing() {}

  /** Returns {@code of} for {@code length}, from the moment it is asked first. */
  public static Generator timeLimit(Duration length, Generator of) {
    return new TimeLimited(positive(length), TimeLimited.UNASKED, of);
  }

  /**
   * Returns {@code of} slowed down to {@code perSecond} operations a second over all its workers,
   * at gaps between nothing and twice the mean. Closed loop: while nobody is free nothing comes
   * due.
   */
  public static Generator stagger(double perSecond, RandomStream random, Generator of) {
    return paced(new Gap.Uniform(Gap.mean(perSecond)), false, random, of);
  }

  /**
   * Returns {@code of} at {@code perSecond} operations a second that come due as independent
   * arrivals do, whether or not a worker is free: late ones keep their due time.
   */
  public static Generator openLoop(double perSecond, RandomStream random, Generator of) {
    return paced(new Gap.Exponential(Gap.mean(perSecond)), true, random, of);
  }

  /** Returns {@code of} with {@code gap} from each operation to the next. */
  public static Generator delay(Duration gap, Generator of) {
    return paced(new Gap.Fixed(positive(gap)), false, new RandomStream(0), of);
  }

  /** Returns {@code of} with gaps of this kind, in an open or a closed loop. */
  public static Generator paced(Gap gap, boolean open, RandomStream random, Generator of) {
    return new Paced(gap, open, TimeLimited.UNASKED, random, of);
  }

  /**
   * Returns {@code parts} in turn by the clock, each for its share of a period that repeats; each
   * goes on where it stopped when its share comes round again.
   */
  public static Generator cycleTimes(List<Map.Entry<Duration, Generator>> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a period needs at least one part");
    }
    return new CycleTimes(
        parts.stream().map(part -> positive(part.getKey())).toList(),
        parts.stream().map(Map.Entry::getValue).toList(),
        TimeLimited.UNASKED);
  }

  private static long positive(Duration length) {
    if (!length.isPositive()) {
      throw new IllegalArgumentException("a length of time must be positive, got " + length);
    }
    return length.toNanos();
  }
}
