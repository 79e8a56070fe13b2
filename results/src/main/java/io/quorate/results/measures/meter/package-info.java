/**
 * Takes the measures: passes over a history, the geometry of partitions, histograms.
 *
 * <p>Must never know a verdict, a chart or a file. Start reading at {@link
 * io.quorate.results.measures.meter.Measuring}; which parts of a cluster still hear one another is
 * in {@link io.quorate.results.measures.meter.Sides}.
 */
@NullMarked
package io.quorate.results.measures.meter;

import org.jspecify.annotations.NullMarked;
