package io.quorate.checker;

import java.time.Duration;

/**
 * What a check may cost; where it is not enough the verdict is {@link Verdict.Undecided}.
 *
 * @param time wall time for the whole check, all keys together; explaining the violations found
 *     comes after all verdicts, takes at most {@link #EXPLANATION} a key, and may go on until
 *     {@link #GRACE} after the end
 * @param memoryBytes for the arrays of all searches running at the same time
 */
public record Budget(Duration time, long memoryBytes) {
  /** How much longer than {@link #time} the explanation of found violations may take. */
  public static final Duration GRACE = Duration.ofMillis(500);

  /** How long the explanation of one key's violation may take, about. */
  public static final Duration EXPLANATION = Duration.ofSeconds(2);

  /** Refuses a time or memory that is not positive. */
  public Budget {
    if (!time.isPositive() || memoryBytes <= 0) {
      throw new IllegalArgumentException(
          "a budget needs a positive time and memory, got " + time + " and " + memoryBytes);
    }
  }

  /** Returns a budget of {@code seconds} and {@code mebibytes}. */
  public static Budget of(long seconds, long mebibytes) {
    return new Budget(Duration.ofSeconds(seconds), Math.multiplyExact(mebibytes, 1L << 20));
  }
}
