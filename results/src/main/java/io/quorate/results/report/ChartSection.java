package io.quorate.results.report;

import io.quorate.results.chart.Drawn;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Base64;

/** The charts, carried in the page itself. */
final class ChartSection {
  private ChartSection() {}

  static void write(Html html, Drawn drawn) throws IOException {
    if (drawn.pictures().isEmpty()) {
      return;
    }
    html.open("section").element("h2", "Charts");
    for (Drawn.Picture picture : drawn.pictures()) {
      String data = Base64.getEncoder().encodeToString(Files.readAllBytes(picture.file()));
      html.open("figure")
          .empty("img", "alt", picture.title(), "src", "data:image/png;base64," + data)
          .element("figcaption", picture.about())
          .close()
          .line();
    }
    html.close().line();
  }
}
