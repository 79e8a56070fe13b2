package io.quorate.results.chart;

import io.quorate.results.RoleSample;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** Who believed to lead, and in which term: a row a node. */
final class RoleStrip {
  static final String TITLE = "Leaders and terms, as the nodes said";
  static final String ABOUT =
      "A row a node. A thick bar: it believed to lead, in the term written on it; a medium orange"
          + " one: candidate; a thin line: follower; nothing: it gave no answer.";

  private static final double LEADER = 0.34;
  private static final double CANDIDATE = 0.16;
  private static final double FOLLOWER = 0.035;
  private static final int UNITS_PER_LETTER = 9;

  private final ChartInput input;
  private final List<String> nodes;

  private RoleStrip(ChartInput input) {
    this.input = input;
    this.nodes = input.roles().stream().map(RoleSample::node).distinct().sorted().toList();
  }

  /** Returns the height of the picture, in units: it grows with the nodes. */
  static int height(ChartInput input) {
    long nodes = input.roles().stream().map(RoleSample::node).distinct().count();
    return 150 + 38 * Math.toIntExact(nodes);
  }

  /** Returns the picture. */
  static JFreeChart draw(ChartInput input) {
    return new RoleStrip(input).draw();
  }

  private JFreeChart draw() {
    SymbolAxis axis = new SymbolAxis(null, nodes.reversed().toArray(new String[0]));
    axis.setGridBandsVisible(false);
    axis.setRange(-0.6, nodes.size() - 0.05);
    axis.setTickMarksVisible(false);
    Look.dress(axis);
    XYPlot plot =
        new XYPlot(
            new DefaultXYDataset(),
            Look.time(input.endSeconds()),
            axis,
            new XYLineAndShapeRenderer());
    FaultBands.lay(plot, input);
    for (String node : nodes) {
      row(plot, node);
    }
    return Look.chart(TITLE, plot, false);
  }

  private void row(XYPlot plot, String node) {
    List<RoleSample> samples = new ArrayList<>();
    input.roles().stream().filter(s -> s.node().equals(node)).forEach(samples::add);
    samples.sort(Comparator.comparingLong(RoleSample::atNanos));
    int from = 0;
    for (int i = 1; i <= samples.size(); i++) {
      boolean same = i < samples.size() && same(samples.get(from), samples.get(i));
      if (!same) {
        long until = i < samples.size() ? samples.get(i).atNanos() : input.measures().endNanos();
        span(plot, samples.get(from), until);
        from = i;
      }
    }
  }

  private static boolean same(RoleSample a, RoleSample b) {
    return a.role().equals(b.role()) && a.term() == b.term();
  }

  private void span(XYPlot plot, RoleSample sample, long untilNanos) {
    double y = nodes.size() - 1.0 - nodes.indexOf(sample.node());
    double from = sample.atNanos() / 1e9;
    double to = Math.max(from, untilNanos / 1e9);
    switch (sample.role()) {
      case RoleSample.LEADER -> {
        box(plot, from, to, y, LEADER, Palette.ofTerm(sample.term()));
        String text = "term " + sample.term();
        if ((to - from) * Look.PLOT_WIDTH / input.endSeconds() > text.length() * UNITS_PER_LETTER) {
          XYTextAnnotation label = new XYTextAnnotation(text, (from + to) / 2, y);
          label.setFont(Look.SMALL);
          label.setPaint(Color.WHITE);
          plot.addAnnotation(label);
        }
      }
      case "candidate" -> box(plot, from, to, y, CANDIDATE, Palette.ORANGE);
      case "follower" -> box(plot, from, to, y, FOLLOWER, Palette.FAINT_INK);
      default -> {}
    }
  }

  private static void box(XYPlot plot, double from, double to, double y, double half, Color color) {
    plot.addAnnotation(
        new XYBoxAnnotation(from, y - half, to, y + half, new BasicStroke(0f), null, color));
  }
}
