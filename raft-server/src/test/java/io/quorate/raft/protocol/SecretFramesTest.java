package io.quorate.raft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The handshake of docs/raft-protocol.md; its bytes were computed by another program. */
class SecretFramesTest {
  private static final Secret SECRET = secret("correct horse battery");
  private static final byte[] CHALLENGE = bytes(0);
  private static final byte[] NONCE = bytes(16);
  private static final byte[] HELLO = HelloFrames.encode(Hello.client("run7", "c1"));

  @Test
  void theHandshakeIsTheseBytes() {
    assertThat(hex(SecretFrames.challenge(CHALLENGE)))
        .isEqualTo("000000160102000102030405060708090a0b0c0d0e0fe23ce5b0");
    assertThat(hex(SecretFrames.proof(SECRET, CHALLENGE, NONCE, HELLO)))
        .isEqualTo(
            "000000360103101112131415161718191a1b1c1d1e1f6e3d68e8f9c7b6e893630c1137583f8685a1"
                + "e9501c75cda66ee292d3938dd0adaaf44faa");
    byte[] proof = SecretFrames.proof(SECRET, CHALLENGE, NONCE, HELLO);
    assertThat(hex(SecretFrames.welcome(SECRET, CHALLENGE, HELLO, proof)))
        .isEqualTo(
            "0000002601047649127f04349c4c24fe19169e0c5b6e51de163af068e34ab396bc31f378bdaafb3a"
                + "bbfd");
  }

  @Test
  void whoKnowsTheSecretIsBelievedOnBothSides() {
    byte[] proof = SecretFrames.proof(SECRET, CHALLENGE, NONCE, HELLO);
    byte[] welcome = SecretFrames.welcome(SECRET, CHALLENGE, HELLO, proof);

    assertThatCode(() -> SecretFrames.judge(SECRET, CHALLENGE, NONCE, HELLO, welcome))
        .doesNotThrowAnyException();
  }

  @Test
  void anotherSecretChallengeNonceOrHelloIsNotBelieved() {
    byte[] proof = SecretFrames.proof(SECRET, CHALLENGE, NONCE, HELLO);
    byte[] welcome = SecretFrames.welcome(SECRET, CHALLENGE, HELLO, proof);
    Secret other = secret("incorrect horse battery");
    byte[] otherHello = HelloFrames.encode(Hello.client("run7", "c2"));

    refused(() -> SecretFrames.welcome(other, CHALLENGE, HELLO, proof));
    refused(() -> SecretFrames.welcome(SECRET, NONCE, HELLO, proof));
    refused(() -> SecretFrames.welcome(SECRET, CHALLENGE, otherHello, proof));
    refused(() -> SecretFrames.judge(other, CHALLENGE, NONCE, HELLO, welcome));
    refused(() -> SecretFrames.judge(SECRET, CHALLENGE, CHALLENGE, HELLO, welcome));
    refused(() -> SecretFrames.judge(SECRET, CHALLENGE, NONCE, otherHello, welcome));
  }

  @Test
  void aProofSentBackIsNoWelcome() {
    byte[] proof = SecretFrames.proof(SECRET, CHALLENGE, NONCE, HELLO);
    byte[] mac = SECRET.ofDialler(CHALLENGE, NONCE, HELLO);

    refused(() -> SecretFrames.judge(SECRET, CHALLENGE, NONCE, HELLO, proof));
    assertThat(mac).isNotEqualTo(SECRET.ofAnswerer(CHALLENGE, NONCE, HELLO));
  }

  @Test
  void everyBitOfAProofCounts() {
    byte[] mac = SECRET.ofDialler(CHALLENGE, NONCE, HELLO);
    for (int bit = 0; bit < 8 * mac.length; bit++) {
      byte[] forged = mac.clone();
      forged[bit / 8] ^= (byte) (1 << bit % 8);
      byte[] frame =
          new FrameEncoder(0x03).bytes(NONCE).bytes(forged).finish(Wire.CLIENT_FRAME_LIMIT);

      refused(() -> SecretFrames.welcome(SECRET, CHALLENGE, HELLO, frame));
    }
  }

  @Test
  void aSecretThatCanBeGuessedIsRefused() {
    assertThatThrownBy(() -> secret("fifteen letters"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a secret has at least 16 bytes, this one 15");
    assertThat(SECRET).hasToString("a secret");
  }

  private static void refused(Runnable attempt) {
    assertThatThrownBy(attempt::run).isInstanceOf(MalformedFrameException.class);
  }

  private static Secret secret(String text) {
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(int first) {
    byte[] bytes = new byte[Secret.NONCE_BYTES];
    IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (first + i));
    return bytes;
  }

  private static String hex(byte[] frame) {
    return HexFormat.of().formatHex(frame);
  }
}
