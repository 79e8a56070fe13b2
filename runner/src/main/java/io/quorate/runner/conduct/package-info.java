/**
 * Conducts a run from its plan to its verdict: brings the world up, puts the system onto it,
 * executes the trial, collects what is left, takes everything down, and has the history judged.
 *
 * <p>This package must never know what a fault or an answer means: the trial decides the one, the
 * checker and the rules of evidence the other.
 *
 * <p>Start reading at {@link io.quorate.runner.conduct.Run}; then {@code Stage} for what is brought
 * up and taken down, and {@link io.quorate.runner.conduct.Judges}.
 */
@NullMarked
package io.quorate.runner.conduct;

import org.jspecify.annotations.NullMarked;
