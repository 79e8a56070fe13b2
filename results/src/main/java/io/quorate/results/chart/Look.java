package io.quorate.results.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What all pictures have in common: size, fonts, axes, title, legend. */
final class Look {
  /** Width of a picture in units; a unit is {@link #SCALE} pixels. */
  static final int WIDTH = 1200;

  /** Height of a picture in units. */
  static final int HEIGHT = 460;

  /** Pixels of a unit, so that screens of double density and paper stay sharp. */
  static final int SCALE = 2;

  /** About the width of the area between the axes, in units. */
  static final int PLOT_WIDTH = 1110;

  /** About the height of the area between the axes, in units. */
  static final int PLOT_HEIGHT = 320;

  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 17);

  private Look() {}

  /** Returns the axis of the time since the start of the run. */
  static NumberAxis time(double endSeconds) {
    NumberAxis axis = new NumberAxis("time since the start of the run (s)");
    axis.setRange(0, endSeconds);
    dress(axis);
    return axis;
  }

  /** Gives {@code axis} the common fonts and colours. */
  static void dress(ValueAxis axis) {
    axis.setLabelFont(LABEL);
    axis.setLabelPaint(Palette.FAINT_INK);
    axis.setTickLabelFont(SMALL);
    axis.setTickLabelPaint(Palette.INK);
    axis.setAxisLinePaint(Palette.FAINT_INK);
    axis.setTickMarkPaint(Palette.FAINT_INK);
  }

  /** Gives {@code plot} the common colours. */
  static void dress(XYPlot plot) {
    plot.setBackgroundPaint(Palette.PAPER);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setDomainGridlineStroke(new BasicStroke(1f));
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setOutlineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
  }

  /** Returns the picture of {@code plot} under {@code title}. */
  static JFreeChart chart(String title, XYPlot plot, boolean legend) {
    dress(plot);
    JFreeChart chart = new JFreeChart(null, BOLD, plot, false);
    chart.setBackgroundPaint(Palette.PAPER);
    chart.setPadding(new RectangleInsets(8, 10, 8, 18));
    TextTitle head = new TextTitle(title, BOLD);
    head.setPaint(Palette.INK);
    head.setHorizontalAlignment(HorizontalAlignment.LEFT);
    head.setTextAlignment(HorizontalAlignment.LEFT);
    head.setPadding(2, 6, 8, 0);
    chart.setTitle(head);
    if (legend) {
      chart.addLegend(legend(plot));
    }
    return chart;
  }

  private static LegendTitle legend(XYPlot plot) {
    LegendTitle legend = new LegendTitle(plot);
    legend.setItemFont(LABEL);
    legend.setItemPaint(Palette.INK);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setBackgroundPaint(Palette.PAPER);
    legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
    legend.setPadding(6, 0, 0, 0);
    return legend;
  }
}
