/**
 * Schedules as text: the language, its reader and writer, and the schedules that come with the
 * toolkit.
 *
 * <p>docs/schedules.md describes the language. This package must never know a world or a run.
 *
 * <p>Start reading at {@link io.quorate.nemesis.schedule.Schedules}.
 */
@NullMarked
package io.quorate.nemesis.schedule;

import org.jspecify.annotations.NullMarked;
