package io.quorate.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a failure of the toolkit is written in full, so that the terminal shows one sentence. */
public final class CrashLog {
  private final Path directory;

  /** Logs are written into {@code directory}, which is made when needed. */
  public CrashLog(Path directory) {
    this.directory = directory;
  }

  /** In the checkout's own folder, or in the system's for temporary files without a checkout. */
  static CrashLog ofThisProcess() {
    String home = System.getProperty("quorate.home");
    return new CrashLog(
        home == null
            ? Path.of(System.getProperty("java.io.tmpdir"))
            : Path.of(home, ".quorate", "crashes"));
  }

  /** Writes what was asked and what went wrong. Returns where, or the whole text where no disk. */
  String write(List<String> args, Throwable failure) {
    StringWriter text = new StringWriter();
    text.write("arguments: " + args + System.lineSeparator());
    text.write("java: " + Runtime.version() + System.lineSeparator());
    failure.printStackTrace(new PrintWriter(text, true));
    try {
      Files.createDirectories(directory);
      Path file = Files.createTempFile(directory, "crash-", ".log");
      Files.writeString(file, text.toString());
      return file.toString();
    } catch (IOException e) {
      failure.addSuppressed(e);
      return text.toString();
    }
  }
}
