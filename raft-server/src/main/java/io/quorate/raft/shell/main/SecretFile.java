package io.quorate.raft.shell.main;

import io.quorate.raft.protocol.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file that holds a cluster's secret: its text without blanks around it. */
final class SecretFile {
  private static final long MOST_BYTES = 4096;

  private SecretFile() {}

  /**
   * Reads it.
   *
   * @param file its name, or null for no secret
   * @throws UsageException with one sentence when there is none in it that is one
   */
  static @Nullable Secret read(@Nullable String file) {
    if (file == null) {
      return null;
    }
    Path path = Path.of(file);
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new UsageException("--secret: " + file + " is longer than " + MOST_BYTES + " bytes");
      }
      if (othersRead(path)) {
        throw new UsageException("--secret: others can read " + file + "; chmod 600 it");
      }
      return new Secret(Files.readString(path).strip().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UsageException("--secret: " + file + " cannot be read: " + e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--secret: " + e.getMessage());
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
