package io.quorate.results.chart;

import java.util.Arrays;

/** Points of one series as they grow. */
final class Points {
  private double[] xs = new double[64];
  private double[] ys = new double[64];
  private int size;

  void add(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, size * 2);
      ys = Arrays.copyOf(ys, size * 2);
    }
    xs[size] = x;
    ys[size++] = y;
  }

  int size() {
    return size;
  }

  /** Returns what {@code DefaultXYDataset} takes: all x, all y. */
  double[][] data() {
    return new double[][] {Arrays.copyOf(xs, size), Arrays.copyOf(ys, size)};
  }
}
