/**
 * The one pure loop of a run: what happens goes in, what is to be done comes out.
 *
 * <p>It alone owns time, process numbers, time-outs, phases, due times and the resolution of roles.
 * A world (real time or virtual) only executes its commands and reports what became of them. This
 * package must never know a thread, a clock, a socket, a host or a checker.
 *
 * <p>Start reading at {@link io.quorate.trial.Trial}, then {@link io.quorate.trial.Event} and
 * {@link io.quorate.trial.Command}.
 */
@NullMarked
package io.quorate.trial;

import org.jspecify.annotations.NullMarked;
