/**
 * Looks before a run whether machine and hosts have what it takes, and after one what it left.
 *
 * <p>It only looks: what it finds missing it names with the remedy. This package must never know a
 * plan's schedule, a history or a verdict.
 *
 * <p>Start reading at {@link io.quorate.runner.doctor.Check}.
 */
@NullMarked
package io.quorate.runner.doctor;

import org.jspecify.annotations.NullMarked;
