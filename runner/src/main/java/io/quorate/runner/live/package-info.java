/**
 * Real time: the loop that executes a trial's commands, and the meter of the toolkit's own stalls.
 *
 * <p>It moves, it never decides: what is asked next, what a time-out means, whom a fault strikes is
 * the trial's. This package must never know a checker or a report.
 *
 * <p>Start reading at {@link io.quorate.runner.live.LiveLoop}.
 */
@NullMarked
package io.quorate.runner.live;

import org.jspecify.annotations.NullMarked;
