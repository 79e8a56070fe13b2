/**
 * The searches: is there an order of these operations that a model allows?
 *
 * <p>Everything here is single-threaded, in flat arrays, and bounded by a {@link
 * io.quorate.checker.search.Deadline} and a {@link io.quorate.checker.search.Memory}. This package
 * must never know a clock, a thread, or how a violation is explained.
 *
 * <p>Start reading at {@link io.quorate.checker.search.DepthFirst}, the search; then {@link
 * io.quorate.checker.search.RegisterProblem}, which says what may be forgotten before it starts.
 */
@NullMarked
package io.quorate.checker.search;

import org.jspecify.annotations.NullMarked;
