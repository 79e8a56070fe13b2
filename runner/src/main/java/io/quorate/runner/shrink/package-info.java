/**
 * Makes a red trial small: fewer steps, nodes, operations and seconds, each change played again and
 * kept only while it stays red.
 *
 * <p>The method is delta debugging (Zeller and Hildebrandt, Simplifying and Isolating
 * Failure-Inducing Input, 2002) over the steps of the schedule, and halving over every number. What
 * red means is the caller's; this package must never know a world.
 *
 * <p>Start reading at {@link io.quorate.runner.shrink.Shrinker}.
 */
@NullMarked
package io.quorate.runner.shrink;

import org.jspecify.annotations.NullMarked;
