/**
 * The search for registers with few different values: it goes through the history once with a set
 * of configurations and places an operation only when one returns that needs it.
 *
 * <p>Its memory depends on how many operations are open at a time, never on how many there are. It
 * must never know a clock, a thread or a file.
 *
 * <p>Start reading at {@link io.quorate.checker.lazy.LazySearch}; why it is exact is argued in
 * docs/designs/checker-lazy.md.
 */
@NullMarked
package io.quorate.checker.lazy;

import org.jspecify.annotations.NullMarked;
