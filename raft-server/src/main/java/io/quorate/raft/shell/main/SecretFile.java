package io.quorate.raft.shell.main;

import io.quorate.raft.protocol.Secret;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The file that holds a cluster's secret: its text without blanks around it. */
final class SecretFile {
  private static final String FLAG = "--secret";

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
    String text = PrivateFile.read(FLAG, file).strip();
    try {
      return new Secret(text.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new UsageException(FLAG + ": " + e.getMessage());
    }
  }
}
