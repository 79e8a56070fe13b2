/**
 * Large states of models that share what they have in common, so that a search that keeps thousands
 * of them takes memory for their differences alone: lists, queues and bags of values.
 *
 * <p>All are immutable, equal by content wherever they were made, and know their hash. This package
 * must never know a model, nor a search.
 *
 * <p>Start reading at {@link io.quorate.checker.state.Chain}.
 */
@NullMarked
package io.quorate.checker.state;

import org.jspecify.annotations.NullMarked;
