package io.quorate.results.chart;

import io.quorate.history.Completion;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Comparator;
import java.util.Locale;

/**
 * A function and an ending, and how the pair is drawn: the function by colour, the ending by shape
 * and dash, so that a picture printed in grey can still be read.
 */
record Line(String function, Completion.Kind ending) {
  /** The order in a legend. */
  static final Comparator<Line> ORDER =
      Comparator.comparing(Line::ending).thenComparing(Line::function);

  /** Returns its name in a legend. */
  String name() {
    return function + " " + ending.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the mark of a point. */
  Shape shape() {
    return switch (ending) {
      case OK -> new Ellipse2D.Double(-1.5, -1.5, 3, 3);
      case FAIL -> cross(3);
      case INFO -> triangle(4);
    };
  }

  /** Returns how far apart two marks must be to be told apart, in units of the picture. */
  double spot() {
    return switch (ending) {
      case OK -> 1;
      case FAIL, INFO -> 3;
    };
  }

  /** Returns the dash of a line. */
  Stroke stroke() {
    return switch (ending) {
      case OK -> new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
      case FAIL -> dashed(6f, 3f);
      case INFO -> dashed(1.6f, 2.4f);
    };
  }

  private static Stroke dashed(float on, float off) {
    return new BasicStroke(
        1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {on, off}, 0f);
  }

  private static Shape cross(double r) {
    Path2D path = new Path2D.Double();
    path.moveTo(-r, -r);
    path.lineTo(r, r);
    path.moveTo(-r, r);
    path.lineTo(r, -r);
    return new BasicStroke(1.3f).createStrokedShape(path);
  }

  private static Shape triangle(double r) {
    Path2D path = new Path2D.Double();
    path.moveTo(0, -r);
    path.lineTo(r, r * 0.75);
    path.lineTo(-r, r * 0.75);
    path.closePath();
    return new BasicStroke(1.3f).createStrokedShape(path);
  }
}
