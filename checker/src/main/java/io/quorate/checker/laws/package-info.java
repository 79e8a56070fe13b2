/**
 * The laws of Raft over the traces that servers wrote themselves: white box beside black box.
 *
 * <p>Traces of several nodes have no common clock, so no law here rests on one: only on the order
 * within a trace, on terms, and on what one server must have done before another could see it.
 * Where a trace is silent nobody is accused. Must never know a file, nor a history.
 *
 * <p>Start reading at {@link io.quorate.checker.laws.TraceLaws}.
 */
@NullMarked
package io.quorate.checker.laws;

import org.jspecify.annotations.NullMarked;
