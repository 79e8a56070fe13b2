package io.quorate.raft.shell.net;

import io.quorate.raft.protocol.Secret;
import io.quorate.raft.protocol.SecretFrames;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** How a server that dials a peer proves that it knows the secret, and sees that the peer does. */
final class Greeting {
  /**
   * One connection's.
   *
   * @param said the hello and the proof
   */
  record Round(byte[] challenge, byte[] nonce, byte[] said) {}

  private final SecureRandom nonces = new SecureRandom();
  private final Secret secret;
  private final byte[] hello;

  /** Greets with this hello. */
  Greeting(Secret secret, byte[] hello) {
    this.secret = secret;
    this.hello = hello;
  }

  /** What to say to a challenge. */
  Round answer(byte[] frame) {
    byte[] challenge = SecretFrames.challengeOf(frame);
    byte[] nonce = new byte[Secret.NONCE_BYTES];
    nonces.nextBytes(nonce);
    byte[] proof = SecretFrames.proof(secret, challenge, nonce, hello);
    byte[] said = ByteBuffer.allocate(hello.length + proof.length).put(hello).put(proof).array();
    return new Round(challenge, nonce, said);
  }

  /** Judges the welcome; MalformedFrameException when the other side does not know the secret. */
  void judge(Round round, byte[] welcome) {
    SecretFrames.judge(secret, round.challenge(), round.nonce(), hello, welcome);
  }
}
