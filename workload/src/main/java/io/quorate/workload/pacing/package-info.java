/**
 * Generators that look at the time: rates, time limits, parts in turn by the clock.
 *
 * <p>This package must never know a clock: the time is a parameter.
 *
 * <p>Start reading at {@link io.quorate.workload.pacing.Pacing}; the reason for open loops stands
 * at {@code Paced}.
 */
@NullMarked
package io.quorate.workload.pacing;

import org.jspecify.annotations.NullMarked;
