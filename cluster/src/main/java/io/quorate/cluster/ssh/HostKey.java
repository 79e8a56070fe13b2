package io.quorate.cluster.ssh;

import java.nio.file.Path;

/** How a host proves that it is the one meant. There is no form that trusts whoever answers. */
public sealed interface HostKey {
  /** The host's key stands in this file, in OpenSSH's format {@code known_hosts}. */
  record KnownHosts(Path file) implements HostKey {}

  /** The host's key stands in these lines, in OpenSSH's format {@code known_hosts}. */
  record Lines(String text) implements HostKey {}

  /**
   * The SHA-256 of the key that the host offers, as OpenSSH prints it: {@code SHA256:} and base64
   * without padding. Hosts are asked for an ed25519 key first, then for others.
   */
  record Fingerprint(String sha256) implements HostKey {
    /** Refuses what does not start with {@code SHA256:}. */
    public Fingerprint {
      if (!sha256.startsWith("SHA256:")) {
        throw new IllegalArgumentException(
            "a host key's fingerprint looks like SHA256:abc..., got " + sha256);
      }
    }
  }
}
