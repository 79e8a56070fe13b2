package io.quorate.results.stat;

/**
 * Where a share lies.
 *
 * @param low its lower end, from 0
 * @param high its upper end, to 1
 */
public record Interval(double low, double high) {
  /** All that a share can be: what is known before the first trial. */
  public static final Interval ALL = new Interval(0, 1);

  /** Refuses what is no interval of shares. */
  public Interval {
    if (!(0 <= low && low <= high && high <= 1)) {
      throw new IllegalArgumentException("no interval of shares: " + low + " to " + high);
    }
  }
}
