package io.quorate.raft.protocol;

/**
 * The handshake of a cluster with a secret: types 0x02 to 0x04. Who was dialled speaks first.
 *
 * <pre>
 * answerer -> dialler   challenge: 16 fresh bytes
 * dialler -> answerer   hello; proof: 16 fresh bytes, HMAC over challenge, these and the hello
 * answerer -> dialler   welcome: HMAC over the same, under another label
 * </pre>
 *
 * <p>The dialler need not wait for the welcome before it goes on, but must not take any answer
 * before it.
 */
public final class SecretFrames {
  private static final int CHALLENGE = 0x02;
  private static final int PROOF = 0x03;
  private static final int WELCOME = 0x04;

  private SecretFrames() {}

  /** The frame of a challenge with this nonce. */
  public static byte[] challenge(byte[] nonce) {
    return new FrameEncoder(CHALLENGE).bytes(nonce).finish(Wire.CLIENT_FRAME_LIMIT);
  }

  /** Whether the frame is a challenge, sound or not. */
  public static boolean isChallenge(byte[] frame) {
    return frame.length > Wire.TYPE_AT && frame[Wire.TYPE_AT] == CHALLENGE;
  }

  /** Whether the frame is a welcome, sound or not. */
  public static boolean isWelcome(byte[] frame) {
    return frame.length > Wire.TYPE_AT && frame[Wire.TYPE_AT] == WELCOME;
  }

  /** The nonce of a challenge; MalformedFrameException for anything else. */
  public static byte[] challengeOf(byte[] frame) {
    FrameDecoder in = decoder(frame, CHALLENGE, "the server asks for no secret");
    return in.end(in.bytes(Secret.NONCE_BYTES));
  }

  /** The frame that answers a challenge, behind {@code hello}, with a nonce of the dialler's. */
  public static byte[] proof(Secret secret, byte[] challenge, byte[] nonce, byte[] hello) {
    return new FrameEncoder(PROOF)
        .bytes(nonce)
        .bytes(secret.ofDialler(challenge, nonce, hello))
        .finish(Wire.CLIENT_FRAME_LIMIT);
  }

  /**
   * Judges a proof.
   *
   * @return the frame of the welcome
   * @throws MalformedFrameException when it is none, or of another secret
   */
  public static byte[] welcome(Secret secret, byte[] challenge, byte[] hello, byte[] frame) {
    FrameDecoder in = decoder(frame, PROOF, "this cluster has a secret");
    byte[] nonce = in.bytes(Secret.NONCE_BYTES);
    byte[] mac = in.end(in.bytes(Secret.PROOF_BYTES));
    FrameDecoder.require(Secret.same(mac, secret.ofDialler(challenge, nonce, hello)), "secret");
    return new FrameEncoder(WELCOME)
        .bytes(secret.ofAnswerer(challenge, nonce, hello))
        .finish(Wire.CLIENT_FRAME_LIMIT);
  }

  /** Judges a welcome; MalformedFrameException when it is none, or of another secret. */
  public static void judge(
      Secret secret, byte[] challenge, byte[] nonce, byte[] hello, byte[] frame) {
    FrameDecoder in = decoder(frame, WELCOME, "no welcome");
    byte[] mac = in.end(in.bytes(Secret.PROOF_BYTES));
    FrameDecoder.require(Secret.same(mac, secret.ofAnswerer(challenge, nonce, hello)), "secret");
  }

  private static FrameDecoder decoder(byte[] frame, int type, String otherwise) {
    FrameDecoder in = new FrameDecoder(frame, Wire.CLIENT_FRAME_LIMIT);
    if (in.type() != type) {
      throw new MalformedFrameException(otherwise);
    }
    return in;
  }
}
