/**
 * Numbers taken from a history: counts, latencies, rates, and what every fault did to availability.
 *
 * <p>Everything here is a pure function of the history and of where the clients live. It must never
 * know a verdict, a chart or a file.
 *
 * <p>Start reading at {@link io.quorate.results.measures.Measures} and {@link
 * io.quorate.results.measures.FaultMeasure}; the geometry of partitions is in {@link
 * io.quorate.results.measures.Sides}.
 */
@NullMarked
package io.quorate.results.measures;

import org.jspecify.annotations.NullMarked;
