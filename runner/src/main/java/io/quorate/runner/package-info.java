/**
 * How a run in real time ended: the words between those who conduct it and those who start it.
 *
 * <p>The children do the work: {@code plan} reads what is wanted, {@code conduct} does it from the
 * first host to the verdict, {@code live} executes a trial's commands, {@code client} moves the
 * bytes of client sessions. This package must never know any of them.
 *
 * <p>Start reading at {@link io.quorate.runner.Ending} and {@link io.quorate.runner.Recording}.
 */
@NullMarked
package io.quorate.runner;

import org.jspecify.annotations.NullMarked;
