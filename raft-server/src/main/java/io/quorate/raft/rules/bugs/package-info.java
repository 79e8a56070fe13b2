/**
 * The zoo: real and classic Raft bugs, each a named set of replaced rules.
 *
 * <p>A server runs a bug only when it is told so expressly, and says so in its status, its trace
 * and its log. This package must never know the core: a bug that cannot be said as a replaced rule
 * shows that a decision still hides in the core.
 *
 * <p>Start reading at {@link io.quorate.raft.rules.bugs.Bugs}.
 */
@NullMarked
package io.quorate.raft.rules.bugs;

import org.jspecify.annotations.NullMarked;
