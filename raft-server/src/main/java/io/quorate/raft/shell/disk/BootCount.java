package io.quorate.raft.shell.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How often a server had started before on this directory, for its trace. Survives a kill of the
 * process, not of the machine: nothing of Raft rests on it.
 */
public final class BootCount {
  private BootCount() {}

  /** Returns the number of earlier starts, and counts this one. */
  public static long next(Path directory) throws IOException {
    Path file = directory.resolve("boots");
    String text = Files.exists(file) ? Files.readString(file).strip() : "0";
    if (!text.matches("\\d{1,18}")) {
      throw new IOException(file + " holds no number");
    }
    long boot = Long.parseLong(text);
    Path next = directory.resolve("boots.next");
    Files.writeString(next, (boot + 1) + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return boot;
  }
}
