/**
 * Why not: a small true counterexample for a violation that was found, and a sentence that says it.
 *
 * <p>This package decides nothing: it is called with operations that are known to have no order,
 * and it asks the searches again whether fewer of them have one. It must never know a clock.
 *
 * <p>Start reading at {@link io.quorate.checker.explain.Explainer}.
 */
@NullMarked
package io.quorate.checker.explain;

import org.jspecify.annotations.NullMarked;
