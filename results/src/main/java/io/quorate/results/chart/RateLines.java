package io.quorate.results.chart;

import io.quorate.history.Completion;
import io.quorate.results.measures.Rates;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** Completions a second over time, by function and ending. */
final class RateLines {
  static final String TITLE = "Operations per second";
  static final String ABOUT =
      "Completions by function (colour) and ending: solid ok, dashed fail, dotted info.";

  private RateLines() {}

  /** Returns the picture. */
  static JFreeChart draw(ChartInput input) {
    Rates rates = input.measures().rates();
    Map<Line, Rates.Series> lines = new TreeMap<>(Line.ORDER);
    rates.series().forEach(s -> lines.put(new Line(s.function(), s.ending()), s));
    DefaultXYDataset data = new DefaultXYDataset();
    XYStepRenderer renderer = new XYStepRenderer();
    for (Map.Entry<Line, Rates.Series> line : lines.entrySet()) {
      int series = data.getSeriesCount();
      boolean ok = line.getKey().ending() == Completion.Kind.OK;
      data.addSeries(line.getKey().name(), points(line.getValue(), rates.binNanos(), input, ok));
      renderer.setSeriesPaint(series, Palette.ofFunction(line.getKey().function(), series));
      renderer.setSeriesStroke(series, line.getKey().stroke());
    }
    NumberAxis axis = new NumberAxis("operations per second");
    Look.dress(axis);
    axis.setUpperMargin(0.22);
    XYPlot plot = new XYPlot(data, Look.time(input.endSeconds()), axis, renderer);
    FaultBands.lay(plot, input);
    String bin = String.format(Locale.ROOT, " (bins of %s s)", rates.binNanos() / 1e9);
    return Look.chart(TITLE + bin, plot, true);
  }

  /** Returns the steps; those at zero are left out where {@code zeros} are not worth a line. */
  private static double[][] points(
      Rates.Series series, long binNanos, ChartInput input, boolean zeros) {
    int bins = wholeBins(series, binNanos, input.measures().endNanos());
    double[][] points = new double[2][bins + 1];
    for (int i = 0; i <= bins; i++) {
      points[0][i] = i * (binNanos / 1e9);
      points[1][i] = series.perSecond().get(Math.min(i, bins - 1));
    }
    return zeros ? points : withoutRests(points);
  }

  /** Leaves out every zero between zeros. */
  private static double[][] withoutRests(double[][] points) {
    double[] all = points[1].clone();
    for (int i = 0; i < all.length; i++) {
      boolean before = i == 0 || all[i - 1] == 0;
      boolean after = i == all.length - 1 || all[i + 1] == 0;
      points[1][i] = all[i] == 0 && before && after ? Double.NaN : all[i];
    }
    return points;
  }

  /** A last bin that the run hardly entered would look like an outage. */
  private static int wholeBins(Rates.Series series, long binNanos, long endNanos) {
    int bins = series.perSecond().size();
    boolean torn = endNanos - (bins - 1L) * binNanos < binNanos * 9 / 10;
    return torn && bins > 1 ? bins - 1 : bins;
  }
}
