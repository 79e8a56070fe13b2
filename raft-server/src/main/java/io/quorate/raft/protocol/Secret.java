package io.quorate.raft.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What all servers of a cluster and their clients know and nobody else does. It proves who dialled
 * and who answered, by HMAC-SHA256 over fresh nonces of both sides; it does not hide what is said.
 */
public final class Secret {
  /** A shorter one can be guessed. */
  public static final int LEAST_BYTES = 16;

  /** Length of a nonce. */
  public static final int NONCE_BYTES = 16;

  /** Length of a proof. */
  public static final int PROOF_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] DIALLED =
      "quorate raft 1 dialled".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ANSWERED =
      "quorate raft 1 answered".getBytes(StandardCharsets.US_ASCII);

  private final SecretKeySpec key;

  /** Takes a copy; IllegalArgumentException when it is too short. */
  public Secret(byte[] bytes) {
    if (bytes.length < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "a secret has at least " + LEAST_BYTES + " bytes, this one " + bytes.length);
    }
    key = new SecretKeySpec(bytes.clone(), ALGORITHM);
  }

  /** What the side that dialled proves with: it knows the secret, and means this hello. */
  public byte[] ofDialler(byte[] challenge, byte[] nonce, byte[] hello) {
    return proof(DIALLED, challenge, nonce, hello);
  }

  /** What the other side proves with. */
  public byte[] ofAnswerer(byte[] challenge, byte[] nonce, byte[] hello) {
    return proof(ANSWERED, challenge, nonce, hello);
  }

  /** Whether two proofs are the same, in a time that does not tell where they differ. */
  public static boolean same(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }

  private byte[] proof(byte[] label, byte[] challenge, byte[] nonce, byte[] hello) {
    if (challenge.length != NONCE_BYTES || nonce.length != NONCE_BYTES) {
      throw new IllegalArgumentException("nonces have " + NONCE_BYTES + " bytes");
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(label);
      mac.update(challenge);
      mac.update(nonce);
      return mac.doFinal(hello);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
