package io.quorate.results.chart;

import io.quorate.results.chart.Drawn.Picture;
import java.awt.AWTError;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;

/** Draws all charts of a run into a folder. */
public final class Charts {
  private static final List<Kind> KINDS =
      List.of(
          new Kind("latency-points", LatencyPoints.TITLE, LatencyPoints.ABOUT, LatencyPoints::draw),
          new Kind(
              "latency-quantiles",
              LatencyQuantiles.TITLE,
              LatencyQuantiles.ABOUT,
              LatencyQuantiles::draw),
          new Kind("rate", RateLines.TITLE, RateLines.ABOUT, RateLines::draw),
          new Kind("roles", RoleStrip.TITLE, RoleStrip.ABOUT, RoleStrip::draw));

  private Charts() {}

  /**
   * Draws what {@code input} gives something to see of. Whatever goes wrong, be it a full disk or a
   * Java runtime without fonts, is told and not thrown.
   */
  public static Drawn draw(ChartInput input, Path folder) {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    List<Picture> pictures = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Kind kind : KINDS) {
      if (kind.title.equals(RoleStrip.TITLE) && input.roles().isEmpty()) {
        continue;
      }
      try {
        Path file = folder.resolve(kind.name + ".png");
        write(kind.drawing.apply(input), kind.height(input), file);
        pictures.add(new Picture(file, kind.title, kind.about));
      } catch (IOException | RuntimeException | LinkageError | InternalError | AWTError e) {
        problems.add(
            Fonts.missing(e)
                ? Fonts.REMEDY
                : "The chart " + kind.name + " was not drawn: " + Fonts.explain(e));
      }
    }
    return new Drawn(pictures, problems.stream().distinct().toList());
  }

  private static void write(JFreeChart chart, int height, Path file) throws IOException {
    BufferedImage image =
        chart.createBufferedImage(
            Look.WIDTH * Look.SCALE, height * Look.SCALE, Look.WIDTH, height, null);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      ChartUtils.writeBufferedImageAsPNG(out, image);
    }
  }

  private record Kind(
      String name, String title, String about, Function<ChartInput, JFreeChart> drawing) {
    int height(ChartInput input) {
      return title.equals(RoleStrip.TITLE) ? RoleStrip.height(input) : Look.HEIGHT;
    }
  }
}
