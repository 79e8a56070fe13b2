package io.quorate.results.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;

/** The logarithmic axis of a latency in milliseconds. */
final class MillisAxis {
  private MillisAxis() {}

  /** Returns the axis from {@code low} to {@code high} milliseconds. */
  static LogAxis between(double low, double high) {
    LogAxis axis = new LogAxis("latency from the intended start (ms)");
    axis.setBase(10);
    axis.setSmallestValue(Math.min(1e-6, low));
    axis.setRange(low, high);
    DecimalFormat format =
        new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
    axis.setTickUnit(new NumberTickUnit(1, format, 9));
    axis.setNumberFormatOverride(format);
    axis.setMinorTickMarksVisible(true);
    Look.dress(axis);
    return axis;
  }
}
