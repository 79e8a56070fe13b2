package io.quorate.results.chart;

import org.jspecify.annotations.Nullable;

/** Why a Java runtime cannot draw text, and what to do about it. */
final class Fonts {
  /** What to say of a runtime without fonts. */
  static final String REMEDY =
      "Charts were not drawn: this Java runtime finds no fonts; install some"
          + " (Debian, Ubuntu: apt-get install fontconfig fonts-dejavu-core) and report again.";

  private Fonts() {}

  /**
   * Whether the runtime has no fonts. The first failure on such a machine names fontconfig
   * somewhere in its causes; each one after it is a class that could not be loaded.
   */
  static boolean missing(Throwable failure) {
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      if (aboutFonts(t)) {
        return true;
      }
    }
    return false;
  }

  /** Returns what went wrong, in one line. */
  static String explain(Throwable failure) {
    String message = failure.getMessage();
    return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  private static boolean aboutFonts(Throwable t) {
    String text = String.valueOf(t.getMessage());
    return text.contains("ontconfig")
        || text.contains("freetype")
        || text.contains("FontManager")
        || text.contains("sun.font")
        || text.contains("io.quorate.results.chart.Look");
  }
}
