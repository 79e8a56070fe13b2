package io.quorate.results.chart;

import io.quorate.history.Completion;
import io.quorate.history.History;
import io.quorate.history.Operation;
import io.quorate.results.measures.Rates;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** Quantiles of the latency of ok operations over time; a stretch without any is a gap. */
final class LatencyQuantiles {
  static final String TITLE = "Latency quantiles of ok operations";
  static final String ABOUT =
      "Median, 95th and 99th percentile and maximum, from the intended start, of the operations"
          + " that ended ok in each bin. A gap is a bin in which nothing ended ok.";

  private static final int BINS = 75;
  private static final double[] QUANTILES = {0.5, 0.95, 0.99, 1};
  private static final String[] NAMES = {"p50", "p95", "p99", "max"};
  private static final Color[] COLORS = {
    Palette.BLUE, Palette.GREEN, Palette.VERMILLION, Palette.FAINT_INK
  };

  private final ChartInput input;
  private final long binNanos;
  private final double[][] values;

  private LatencyQuantiles(ChartInput input) {
    this.input = input;
    this.binNanos = Rates.niceBin(input.measures().endNanos(), BINS);
    this.values = quantiles();
  }

  /** Returns the picture. */
  static JFreeChart draw(ChartInput input) {
    return new LatencyQuantiles(input).draw();
  }

  private JFreeChart draw() {
    DefaultXYDataset data = new DefaultXYDataset();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    for (int q = QUANTILES.length - 1; q >= 0; q--) {
      int series = data.getSeriesCount();
      data.addSeries(NAMES[q], new double[][] {times(), values[q]});
      renderer.setSeriesPaint(series, COLORS[q]);
      float[] dash = q == 3 ? new float[] {2f, 3f} : null;
      renderer.setSeriesStroke(
          series,
          new BasicStroke(
              q == 0 ? 2.6f : 1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, dash, 0f));
      renderer.setSeriesShapesVisible(series, true);
      renderer.setSeriesShape(series, new Ellipse2D.Double(-1.7, -1.7, 3.4, 3.4));
    }
    double low = Arrays.stream(values[0]).filter(v -> v > 0).min().orElse(1);
    double high = Arrays.stream(values[3]).filter(v -> v > 0).max().orElse(10);
    XYPlot plot =
        new XYPlot(
            data,
            Look.time(input.endSeconds()),
            MillisAxis.between(Math.pow(10, Math.floor(Math.log10(low))), high * 6),
            renderer);
    FaultBands.lay(plot, input);
    String bin = String.format(Locale.ROOT, " (bins of %s s)", binNanos / 1e9);
    return Look.chart(TITLE + bin, plot, true);
  }

  private double[] times() {
    double[] times = new double[values[0].length];
    for (int i = 0; i < times.length; i++) {
      times[i] = (i + 0.5) * binNanos / 1e9;
    }
    return times;
  }

  private double[][] quantiles() {
    double[][] bins = binned();
    double[][] result = new double[QUANTILES.length][bins.length];
    for (int bin = 0; bin < bins.length; bin++) {
      Arrays.sort(bins[bin]);
      for (int q = 0; q < QUANTILES.length; q++) {
        int size = bins[bin].length;
        int rank = (int) Math.ceil(QUANTILES[q] * size) - 1;
        result[q][bin] = size == 0 ? Double.NaN : bins[bin][Math.max(0, rank)];
      }
    }
    return result;
  }

  /** Returns the latencies in milliseconds, a row a bin; counted first, so that nothing grows. */
  private double[][] binned() {
    History history = input.history();
    int bins = Math.toIntExact(input.measures().endNanos() / binNanos) + 1;
    int[] counts = new int[bins];
    for (int i = 0; i < history.size(); i++) {
      Operation o = history.operation(i);
      if (o.completion().kind() == Completion.Kind.OK) {
        counts[bin(o)]++;
      }
    }
    double[][] result = new double[bins][];
    Arrays.setAll(result, i -> new double[counts[i]]);
    for (int i = 0; i < history.size(); i++) {
      Operation o = history.operation(i);
      if (o.completion().kind() == Completion.Kind.OK) {
        int bin = bin(o);
        result[bin][--counts[bin]] = LatencyPoints.millis(o);
      }
    }
    return result;
  }

  private int bin(Operation operation) {
    return Math.toIntExact(Math.max(0, operation.completedNanos()) / binNanos);
  }
}
