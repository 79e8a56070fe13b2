/**
 * Pictures of a run as PNG files: latencies, quantiles, rates and roles over one time axis, with
 * bands where faults were felt. The only place that knows JFreeChart and AWT.
 *
 * <p>A picture that cannot be drawn becomes a sentence and never another verdict: charts know
 * nothing of verdicts. Start reading at {@link io.quorate.results.chart.Charts}.
 */
@NullMarked
package io.quorate.results.chart;

import org.jspecify.annotations.NullMarked;
