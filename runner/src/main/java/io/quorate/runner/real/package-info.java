/**
 * Tries on real processes of this machine what was found in virtual time: whether a bug shows
 * there, how often, and how it was seen.
 *
 * <p>What cannot be tried is said with its reason, and what says nothing is counted apart; neither
 * ever counts as not shown. This package must never know how a result is told.
 *
 * <p>Start reading at {@link io.quorate.runner.real.RealTrials}.
 */
@NullMarked
package io.quorate.runner.real;

import org.jspecify.annotations.NullMarked;
