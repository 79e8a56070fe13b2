/**
 * The door: a history and a model in, a verdict for each key out.
 *
 * <p>This package orders the work (keys, rounds, engines, explanation) and does none of it. It must
 * never start a thread or read a clock of its own; the caller brings an executor and a clock.
 *
 * <p>Start reading at {@link io.quorate.checker.judge.Checker}.
 */
@NullMarked
package io.quorate.checker.judge;

import org.jspecify.annotations.NullMarked;
