package io.quorate.results.chart;

import java.util.BitSet;

/**
 * Thins points out without losing an outlier: of those that would be drawn on the same spot only
 * the first is kept. So a million points cost no more than the spots, and where functions overlap
 * each keeps the share of spots that it came first to.
 */
final class PointGrid {
  private final double endX;
  private final double lowY;
  private final double highY;
  private final int columns;
  private final int rows;
  private final BitSet taken;

  /**
   * A grid over {@code 0..endX} and, on a logarithmic axis, {@code lowY..highY}.
   *
   * @param spot width and height of a spot in units of the picture
   */
  PointGrid(double endX, double lowY, double highY, double spot) {
    this.endX = endX;
    this.lowY = lowY;
    this.highY = highY;
    this.columns = (int) Math.ceil(Look.PLOT_WIDTH / spot);
    this.rows = (int) Math.ceil(Look.PLOT_HEIGHT / spot);
    this.taken = new BitSet(columns * rows);
  }

  /** Takes the spot of a point; whether it was free. */
  boolean take(double x, double y) {
    int column = place(x / endX, columns);
    int row = place(Math.log(y / lowY) / Math.log(highY / lowY), rows);
    int spot = row * columns + column;
    boolean free = !taken.get(spot);
    taken.set(spot);
    return free;
  }

  private static int place(double share, int places) {
    return (int) Math.clamp(Math.floor(share * places), 0, places - 1);
  }
}
