package io.quorate.cli.command;

import java.nio.file.Path;

/** Where the folders of runs are kept when nothing else is said. */
final class RunsFolder {
  private static final String HOME = "quorate.home";

  private RunsFolder() {}

  /** In the checkout that the launcher belongs to, or below the current folder without one. */
  static Path usual() {
    String home = System.getProperty(HOME);
    return Path.of(home == null ? "" : home).resolve("results").resolve("runs");
  }
}
