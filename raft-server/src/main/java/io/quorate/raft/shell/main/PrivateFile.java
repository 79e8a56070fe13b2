package io.quorate.raft.shell.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file of text that nobody but its owner may read. */
final class PrivateFile {
  /** A key of 16,384 bits has some 13,000 bytes. */
  private static final long MOST_BYTES = 16 << 10;

  private PrivateFile() {}

  /**
   * Returns its text.
   *
   * @param flag the one that names it, for the sentence
   * @throws UsageException with one sentence when it cannot be read, or by others too
   */
  static String read(String flag, String file) {
    Path path = Path.of(file);
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new UsageException(flag + ": " + file + " is longer than " + MOST_BYTES + " bytes");
      }
      if (othersRead(path)) {
        throw new UsageException(flag + ": others can read " + file + "; chmod 600 it");
      }
      return Files.readString(path);
    } catch (IOException e) {
      throw new UsageException(flag + ": " + file + " cannot be read: " + e);
    }
  }

  private static boolean othersRead(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return false;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
    return permissions.contains(PosixFilePermission.OTHERS_READ)
        || permissions.contains(PosixFilePermission.GROUP_READ);
  }
}
