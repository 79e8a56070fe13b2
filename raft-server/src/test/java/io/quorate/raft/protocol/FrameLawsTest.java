package io.quorate.raft.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class FrameLawsTest {
  private static final long SEED = Long.getLong("seed", 20261123L);
  private static final int ROUND_TRIPS = 20_000;
  private static final int MUTANTS = 500_000;

  /** One family of frames: how one is drawn, taken apart and built again. */
  private record Family<T>(
      Function<Messages, T> draw, Function<T, byte[]> encode, Function<byte[], T> decode) {
    byte[] drawFrame(Messages messages) {
      return encode.apply(draw.apply(messages));
    }

    byte[] again(byte[] frame) {
      return encode.apply(decode.apply(frame));
    }

    void roundTrip(Messages messages) {
      T message = draw.apply(messages);
      assertThat(decode.apply(encode.apply(message))).as("seed %d", SEED).isEqualTo(message);
    }
  }

  private static final List<Family<?>> FAMILIES =
      List.of(
          new Family<>(Messages::hello, HelloFrames::encode, HelloFrames::decode),
          new Family<>(Messages::request, RequestFrames::encode, RequestFrames::decode),
          new Family<>(Messages::response, ResponseFrames::encode, ResponseFrames::decode),
          new Family<>(Messages::peerMessage, PeerFrames::encode, PeerFrames::decode));

  @Test
  void whatIsDecodedIsWhatWasEncoded() {
    Messages messages = new Messages(new SplittableRandom(SEED));

    for (int i = 0; i < ROUND_TRIPS; i++) {
      FAMILIES.get(i % FAMILIES.size()).roundTrip(messages);
    }
  }

  @Test
  void aFrameDamagedOnTheWayIsMalformed() {
    SplittableRandom random = new SplittableRandom(SEED);
    Messages messages = new Messages(random);

    for (int i = 0; i < MUTANTS; i++) {
      Family<?> family = FAMILIES.get(i % FAMILIES.size());
      byte[] frame = family.drawFrame(messages);
      byte[] mutant = mutate(frame, random);
      if (!Arrays.equals(frame, mutant)) {
        expectMalformed(family, mutant, i);
      }
    }
  }

  /** With the check sum made good again only the fields themselves can betray a mutant. */
  @Test
  void aFrameForgedWithARightCheckSumIsMalformedOrMeansExactlyItsBytes() {
    SplittableRandom random = new SplittableRandom(SEED);
    Messages messages = new Messages(random);
    int accepted = 0;

    for (int i = 0; i < MUTANTS; i++) {
      Family<?> family = FAMILIES.get(i % FAMILIES.size());
      byte[] forged = sealed(mutate(family.drawFrame(messages), random));
      accepted += acceptedExactly(family, forged, i) ? 1 : 0;
    }

    assertThat(accepted).as("forgeries that are other legal frames").isBetween(1, MUTANTS - 1);
  }

  @Test
  void aFrameOfOneFamilyIsMalformedToEveryOther() {
    Messages messages = new Messages(new SplittableRandom(SEED));

    for (int i = 0; i < FAMILIES.size(); i++) {
      byte[] frame = FAMILIES.get(i).drawFrame(messages);
      for (int j = 0; j < FAMILIES.size(); j++) {
        if (i != j) {
          Family<?> other = FAMILIES.get(j);
          assertThatThrownBy(() -> other.again(frame)).isInstanceOf(MalformedFrameException.class);
        }
      }
    }
  }

  private static void expectMalformed(Family<?> family, byte[] mutant, int number) {
    try {
      family.again(mutant);
    } catch (MalformedFrameException expected) {
      return;
    }
    fail("mutant %d of -Dseed=%d was accepted: %s", number, SEED, Arrays.toString(mutant));
  }

  private static boolean acceptedExactly(Family<?> family, byte[] forged, int number) {
    try {
      assertThat(family.again(forged))
          .as("forgery %d of -Dseed=%d", number, SEED)
          .isEqualTo(forged);
      return true;
    } catch (MalformedFrameException expected) {
      return false;
    }
  }

  private static byte[] mutate(byte[] frame, RandomGenerator random) {
    byte[] mutant = frame.clone();
    int at = random.nextInt(frame.length);
    switch (random.nextInt(5)) {
      case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> mutant[at] = (byte) random.nextInt();
      case 2 -> mutant = Arrays.copyOf(frame, at);
      case 3 -> mutant = Arrays.copyOf(frame, frame.length + 1 + random.nextInt(9));
      default -> Arrays.fill(mutant, at, Math.min(frame.length, at + 4), (byte) 0xFF);
    }
    return mutant;
  }

  private static byte[] sealed(byte[] bytes) {
    byte[] frame = bytes.length < Wire.ENVELOPE ? Arrays.copyOf(bytes, Wire.ENVELOPE) : bytes;
    CRC32C sum = new CRC32C();
    sum.update(frame, 4, frame.length - 8);
    ByteBuffer.wrap(frame)
        .putInt(0, frame.length - 4)
        .putInt(frame.length - 4, (int) sum.getValue());
    return frame;
  }
}
