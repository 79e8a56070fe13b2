package io.quorate.cluster.ssh;

import io.quorate.cluster.Command;
import io.quorate.cluster.CommandResult;
import io.quorate.cluster.RemoteException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is sent to a host, and the two scripts around the sending.
 *
 * <p>Before: makes the directory and prints the SHA-256 of what is there, by the first tool the
 * host has; prints {@code none} if it has none, and the file is then always sent. After: compares
 * the sum of what arrived and renames it into its place.
 */
final class Upload {
  private static final String SUM =
      """
      sum() {
        if command -v sha256sum >/dev/null 2>&1; then sha256sum <"$1"
        elif command -v shasum >/dev/null 2>&1; then shasum -a 256 <"$1"
        elif command -v openssl >/dev/null 2>&1; then openssl dgst -sha256 -r <"$1"
        else echo none; fi
      }
      """;
  private static final String BEFORE =
      SUM
          + """
          mkdir -p "$(dirname "$1")" || exit 1
          if [ -f "$1" ]; then sum "$1"; else echo absent; fi
          """;
  private static final String AFTER =
      SUM
          + """
          got=$(sum "$1"); got=${got%% *}
          [ "$got" = "$3" ] || [ "$got" = none ] || { echo "arrived as $got" >&2; exit 1; }
          chmod "$4" "$1" && mv -f "$1" "$2"
          """;

  /** Where the bytes come from; opened twice, once to be summed and once to be sent. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  private final SshRemote remote;
  private final Source source;
  private final boolean executable;

  Upload(SshRemote remote, Source source, boolean executable) {
    this.remote = remote;
    this.source = source;
    this.executable = executable;
  }

  boolean to(String path, String part) {
    try {
      String sum = sum();
      CommandResult before = remote.run(Command.script(BEFORE, path)).orThrow();
      if (before.stdout().startsWith(sum)) {
        return false;
      }
      try (InputStream content = source.open()) {
        remote.transfers().put(content, part);
      }
      String mode = executable ? "755" : "644";
      remote.run(Command.script(AFTER, part, path, sum, mode)).orThrow();
      return true;
    } catch (IOException e) {
      throw new RemoteException(remote.node(), "upload " + path, "cannot read the local file", e);
    }
  }

  private String sum() throws IOException {
    try (InputStream content = source.open();
        DigestInputStream digested =
            new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
      digested.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
