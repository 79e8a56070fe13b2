/**
 * Runs a plan in real time: brings the world up, puts the system onto it, executes the trial,
 * collects what is left, and hands the history to its judges.
 *
 * <p>Start reading at {@link io.quorate.runner.Run}; then {@link io.quorate.runner.Stage} for what
 * is brought up and taken down, and {@link io.quorate.runner.live.LiveLoop} for what happens in
 * between.
 */
@NullMarked
package io.quorate.runner;

import org.jspecify.annotations.NullMarked;
