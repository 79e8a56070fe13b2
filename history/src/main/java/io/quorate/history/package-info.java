/**
 * The vocabulary of a run: what was asked, what was answered, what was broken meanwhile.
 *
 * <p>Everything that makes a history (generators, clients, nemesis, trial) stands left of these
 * types, everything that judges one (checker, results) stands right of them; the history is the
 * only bridge. This package must never know a host, a server, a checker or a clock.
 *
 * <p>Start reading at {@link io.quorate.history.Invocation}, {@link io.quorate.history.Completion}
 * and {@link io.quorate.history.Operation}; then {@link io.quorate.history.Disturbance}.
 */
@NullMarked
package io.quorate.history;

import org.jspecify.annotations.NullMarked;
