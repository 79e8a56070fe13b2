package io.quorate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where this invocation leaves its exit code for the launcher to compare.
 *
 * <p>A virtual machine exits 1 on an uncaught exception and 3 when told to exit on memory shortage,
 * and both are words of {@link ExitCode} with quite another meaning. So the launcher believes 0 to
 * 3 only when this file says the same. It names the file; without a launcher there is none.
 */
public final class ResultFile {
  /** The system property that names the file. */
  public static final String PROPERTY = "quorate.result";

  private final Optional<Path> file;

  private ResultFile(Optional<Path> file) {
    this.file = file;
  }

  /** The file that the launcher of this process asked for, if a launcher started it. */
  public static ResultFile ofThisProcess() {
    return new ResultFile(Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of));
  }

  /** The file at {@code path}. */
  static ResultFile at(Path path) {
    return new ResultFile(Optional.of(path));
  }

  /**
   * Leaves the code. The last act before the process ends with the same code; a file that cannot be
   * written makes the launcher say 255, which is the truth.
   */
  public void leave(ExitCode code) {
    if (file.isEmpty()) {
      return;
    }
    try {
      Files.writeString(file.get(), code.number() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot leave the exit code in " + file.get(), e);
    }
  }
}
