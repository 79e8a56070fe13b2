package io.quorate.results;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Availability and performance a plan demands; null where it demands nothing.
 *
 * @param longestOutage longest stretch without an ok operation for the clients that reach a
 *     majority, while a fault is felt that leaves one
 * @param recovery longest time from the lift of a fault to the first ok operation, on every side
 * @param p99 99th percentile of the latency of ok operations from their intended start
 */
public record Limits(
    @Nullable Duration longestOutage, @Nullable Duration recovery, @Nullable Duration p99) {
  /** No limit on anything. */
  public static final Limits NONE = new Limits(null, null, null);
}
