package io.quorate.results.chart;

import io.quorate.history.Disturbance;
import io.quorate.results.measures.FaultMeasure;
import io.quorate.results.measures.Window;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.TexturePaint;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Bands behind a chart where faults were felt, and hatched ones where the toolkit stood still. */
final class FaultBands {
  private static final int UNITS_PER_LETTER = 8;
  private static final int ROW = 17;
  private static final int HATCH = 7;
  private static final double LEAST_SHARE = 0.0016;

  private final ChartInput input;
  private double previousLabelEnds;
  private int row;

  private FaultBands(ChartInput input) {
    this.input = input;
  }

  /** Lays the bands under {@code plot}. */
  static void lay(XYPlot plot, ChartInput input) {
    FaultBands bands = new FaultBands(input);
    for (FaultMeasure fault : input.measures().faults()) {
      plot.addDomainMarker(bands.band(fault), Layer.BACKGROUND);
    }
    for (Disturbance stall : input.measures().stalls()) {
      plot.addDomainMarker(bands.stall(stall), Layer.BACKGROUND);
    }
  }

  private IntervalMarker band(FaultMeasure fault) {
    Window felt = Window.felt(fault.fault(), input.measures().endNanos());
    IntervalMarker marker = marker(felt, Palette.band(fault.kind()));
    label(
        marker,
        List.of(
            fault.fault().id() + "  " + fault.fault().fault(),
            fault.fault().id() + "  " + firstWord(fault.fault().fault()),
            fault.fault().id()));
    return marker;
  }

  private IntervalMarker stall(Disturbance stall) {
    Window window = Window.inForce(stall, input.measures().endNanos());
    double least = input.measures().endNanos() * LEAST_SHARE;
    Window seen =
        new Window(
            window.fromNanos(), Math.max(window.toNanos(), window.fromNanos() + (long) least));
    IntervalMarker marker = marker(seen, hatch());
    if (input.measures().stalls().size() <= 6) {
      label(marker, List.of("harness stall", "stall"));
    }
    return marker;
  }

  private static IntervalMarker marker(Window window, Paint paint) {
    IntervalMarker marker = new IntervalMarker(window.fromNanos() / 1e9, window.toNanos() / 1e9);
    marker.setPaint(paint);
    marker.setAlpha(1f);
    marker.setOutlinePaint(null);
    marker.setStroke(new BasicStroke(0f));
    marker.setLabelBackgroundColor(new Color(0, true));
    marker.setLabelFont(Look.SMALL);
    marker.setLabelPaint(Palette.INK);
    marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
    marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
    return marker;
  }

  /**
   * Writes the first of {@code texts} that fits into the band, the last one wherever there is room.
   */
  private void label(IntervalMarker marker, List<String> texts) {
    double scale = Look.PLOT_WIDTH / input.endSeconds();
    double from = marker.getStartValue() * scale;
    double width = marker.getEndValue() * scale - from;
    String text = texts.getLast();
    for (int i = texts.size() - 1; i >= 0; i--) {
      text = texts.get(i).length() * UNITS_PER_LETTER <= width ? texts.get(i) : text;
    }
    row = from < previousLabelEnds ? (row + 1) % 3 : 0;
    previousLabelEnds = from + text.length() * UNITS_PER_LETTER;
    if (previousLabelEnds < Look.PLOT_WIDTH + UNITS_PER_LETTER) {
      marker.setLabel(text);
      marker.setLabelOffset(new RectangleInsets(3 + row * ROW, 4, 2, 2));
    }
  }

  private static String firstWord(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? text : text.substring(0, end);
  }

  private static Paint hatch() {
    BufferedImage tile = new BufferedImage(HATCH, HATCH, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = tile.createGraphics();
    g.setColor(new Color(0x50, 0x50, 0x50, 28));
    g.fillRect(0, 0, HATCH, HATCH);
    g.setColor(new Color(0x50, 0x50, 0x50, 130));
    g.drawLine(0, HATCH - 1, HATCH - 1, 0);
    g.dispose();
    return new TexturePaint(tile, new Rectangle2D.Double(0, 0, HATCH, HATCH));
  }
}
