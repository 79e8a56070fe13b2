package io.quorate.cluster.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The key with which the toolkit proves itself to a host: public key authentication only. */
public sealed interface ClientKey {
  /** A private key without passphrase in a file: OpenSSH's or PEM's format; ed25519 is best. */
  record File(Path path) implements ClientKey {}

  /**
   * A key that lives in memory only, made for one run.
   *
   * @param privateKey in PEM's format; never written anywhere
   * @param publicLine as in {@code authorized_keys}
   */
  record InMemory(byte[] privateKey, String publicLine) implements ClientKey {
    @Override
    public String toString() {
      return "InMemory[" + publicLine + "]";
    }
  }

  /** Returns a fresh ECDSA key on the curve P-256, which every JDK and server can use. */
  static InMemory fresh() {
    try {
      KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
      ByteArrayOutputStream secret = new ByteArrayOutputStream();
      ByteArrayOutputStream open = new ByteArrayOutputStream();
      pair.writePrivateKey(secret);
      pair.writePublicKey(open, "quorate");
      pair.dispose();
      return new InMemory(secret.toByteArray(), open.toString(StandardCharsets.US_ASCII).strip());
    } catch (JSchException e) {
      throw new IllegalStateException("this JDK cannot make an ECDSA key on P-256", e);
    }
  }
}
