package io.quorate.results.chart;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of drawing.
 *
 * @param pictures the files written
 * @param problems why others were not, one sentence each
 */
public record Drawn(List<Picture> pictures, List<String> problems) {
  /** Keeps its own copies. */
  public Drawn {
    pictures = List.copyOf(pictures);
    problems = List.copyOf(problems);
  }

  /**
   * One picture.
   *
   * @param file the PNG
   * @param title what it shows
   * @param about how to read it, one or two sentences
   */
  public record Picture(Path file, String title, String about) {}
}
