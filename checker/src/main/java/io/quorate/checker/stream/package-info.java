/**
 * The check that reads along while a history is recorded: of registers whose writes leave distinct
 * values, in the memory of what is still open and live.
 *
 * <p>It states the rule of {@code docs/designs/checker-zones.md} for a history that grows; {@code
 * docs/designs/checker-stream.md} says how, and why what it forgets cannot matter. It only ever
 * says "illegal", and is silent about everything it cannot follow: the verdict is the full check's.
 * This package must never know a search, a clock or a thread.
 *
 * <p>Start reading at {@link io.quorate.checker.stream.StreamingCheck}.
 */
@NullMarked
package io.quorate.checker.stream;

import org.jspecify.annotations.NullMarked;
