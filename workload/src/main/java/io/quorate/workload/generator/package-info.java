/**
 * The combinators: small generators, and generators made of generators, each a pure value.
 *
 * <p>Laws they all keep: an operation is emitted only on a free worker that was shown, only when it
 * is due; asking the same value twice gives the same answer; a successor given with an answer other
 * than {@code Emit} only remembers that it was asked. An event reaches the part that emitted the
 * operation, and may reach others.
 *
 * <p>This package must never know a workload, a clock or a source of randomness but {@link
 * io.quorate.history.RandomStream}. Start reading at {@link
 * io.quorate.workload.generator.Generators}.
 */
@NullMarked
package io.quorate.workload.generator;

import org.jspecify.annotations.NullMarked;
