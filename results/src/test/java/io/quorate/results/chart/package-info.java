/** Tests of the charts. */
@NullMarked
package io.quorate.results.chart;

import org.jspecify.annotations.NullMarked;
