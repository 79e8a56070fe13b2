/**
 * Numbers of a run as words: counts, latencies, rates, and what every fault did to availability.
 *
 * <p>How they are taken from a history is told in {@code meter} below. It must never know a
 * verdict, a chart or a file.
 *
 * <p>Start reading at {@link io.quorate.results.measures.Measures} and {@link
 * io.quorate.results.measures.FaultMeasure}.
 */
@NullMarked
package io.quorate.results.measures;

import org.jspecify.annotations.NullMarked;
