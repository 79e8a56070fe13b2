package io.quorate.cluster.ssh;

import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Knows one key of one host, by its fingerprint, and takes no other. */
final class PinnedHostKey implements HostKeyRepository {
  private final String fingerprint;

  PinnedHostKey(String fingerprint) {
    this.fingerprint = fingerprint.replaceAll("=+$", "");
  }

  @Override
  public int check(String host, byte[] key) {
    return of(key).equals(fingerprint) ? OK : CHANGED;
  }

  /** Returns the SHA-256 of {@code key} as OpenSSH prints it. */
  static String of(byte[] key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void add(com.jcraft.jsch.HostKey key, @Nullable UserInfo asker) {
    throw new IllegalStateException("a pinned host key is never added to");
  }

  @Override
  public void remove(String host, @Nullable String type) {
    throw new IllegalStateException("a pinned host key is never removed");
  }

  @Override
  public void remove(String host, @Nullable String type, byte @Nullable [] key) {
    throw new IllegalStateException("a pinned host key is never removed");
  }

  @Override
  public String getKnownHostsRepositoryID() {
    return fingerprint;
  }

  @Override
  public com.jcraft.jsch.HostKey[] getHostKey() {
    return new com.jcraft.jsch.HostKey[0];
  }

  @Override
  public com.jcraft.jsch.HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
    return getHostKey();
  }
}
