package io.quorate.results.chart;

import io.quorate.history.Completion;
import io.quorate.history.History;
import io.quorate.history.Operation;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** Every operation as a point: when it ended, and how long it took from its intended start. */
final class LatencyPoints {
  static final String TITLE = "Latency of every operation";
  static final String ABOUT =
      "Each mark is one operation at the moment it ended, counted from when it should have been"
          + " sent. Colour tells the function, the mark how it ended: dot ok, cross fail, triangle"
          + " info (nobody knows).";

  /** The least latency shown. */
  private static final double LEAST_MS = 0.01;

  /** Refusals below, since a refused cas is everyday's; doubts above, since they matter most. */
  private static final Comparator<Line> DRAWN =
      Comparator.comparing((Line line) -> line.ending() == Completion.Kind.INFO)
          .thenComparing(line -> line.ending() == Completion.Kind.OK)
          .thenComparing(Line::function);

  private final ChartInput input;
  private final double low;
  private final double high;
  private final Map<Completion.Kind, PointGrid> grids = new EnumMap<>(Completion.Kind.class);
  private final Map<Line, Points> lines = new TreeMap<>(DRAWN);

  private LatencyPoints(ChartInput input) {
    this.input = input;
    double least = Double.MAX_VALUE;
    double most = LEAST_MS;
    History history = input.history();
    for (int i = 0; i < history.size(); i++) {
      double ms = millis(history.operation(i));
      least = Double.isNaN(ms) ? least : Math.min(least, ms);
      most = Double.isNaN(ms) ? most : Math.max(most, ms);
    }
    this.low = least == Double.MAX_VALUE ? 1 : Math.pow(10, Math.floor(Math.log10(least)));
    this.high = Math.max(most, low) * 6;
  }

  /** Returns the picture. */
  static JFreeChart draw(ChartInput input) {
    return new LatencyPoints(input).draw();
  }

  /** Returns the latency of {@code operation} as drawn, or NaN when it has no end. */
  static double millis(Operation operation) {
    if (operation.completedNanos() == Operation.OPEN) {
      return Double.NaN;
    }
    return Math.max(LEAST_MS, (operation.completedNanos() - operation.dueNanos()) / 1e6);
  }

  private JFreeChart draw() {
    collect();
    DefaultXYDataset data = new DefaultXYDataset();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    int series = 0;
    for (Map.Entry<Line, Points> line : lines.entrySet()) {
      data.addSeries(line.getKey().name(), line.getValue().data());
      style(renderer, series++, line.getKey());
    }
    XYPlot plot =
        new XYPlot(data, Look.time(input.endSeconds()), MillisAxis.between(low, high), renderer);
    FaultBands.lay(plot, input);
    plot.setFixedLegendItems(legend(plot));
    return Look.chart(TITLE, plot, true);
  }

  /** Returns the legend in the common order instead of that of drawing. */
  private LegendItemCollection legend(XYPlot plot) {
    List<Line> drawn = List.copyOf(lines.keySet());
    LegendItemCollection items = plot.getLegendItems();
    LegendItemCollection sorted = new LegendItemCollection();
    drawn.stream().sorted(Line.ORDER).forEach(l -> sorted.add(items.get(drawn.indexOf(l))));
    return sorted;
  }

  private void collect() {
    History history = input.history();
    for (int i = 0; i < history.size(); i++) {
      Operation o = history.operation(i);
      double ms = millis(o);
      if (!Double.isNaN(ms)) {
        place(new Line(o.invocation().function(), o.completion().kind()), seconds(o), ms);
      }
    }
  }

  private void place(Line line, double seconds, double ms) {
    PointGrid grid =
        grids.computeIfAbsent(
            line.ending(), e -> new PointGrid(input.endSeconds(), low, high, line.spot()));
    if (grid.take(seconds, ms)) {
      lines.computeIfAbsent(line, l -> new Points()).add(seconds, ms);
    }
  }

  private static double seconds(Operation operation) {
    return operation.completedNanos() / 1e9;
  }

  private static void style(XYLineAndShapeRenderer renderer, int series, Line line) {
    Color color = Palette.ofFunction(line.function(), series);
    renderer.setSeriesPaint(
        series, line.ending() == Completion.Kind.OK ? Palette.veil(color, 150) : color);
    Shape shape = line.shape();
    renderer.setSeriesShape(series, shape);
    renderer.setSeriesShapesFilled(series, true);
    renderer.setDrawOutlines(false);
    renderer.setLegendShape(
        series, AffineTransform.getScaleInstance(1.6, 1.6).createTransformedShape(shape));
  }
}
