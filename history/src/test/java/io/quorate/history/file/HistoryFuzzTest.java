package io.quorate.history.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.History;
import io.quorate.history.Operation;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistoryFuzzTest {
  private static final int INPUTS = 100_000;
  private static final String STRUCTURE = "{}[],:\"\\ \t\r\n-+.eE019truefalsn/u\u0000\u007f\u00e9";

  private final byte[] golden = GoldenHistory.bytes();

  @Test
  void whateverTheBytesAreItIsAHistoryOrATypedError() {
    int histories = 0;
    for (int seed = 0; seed < INPUTS; seed++) {
      byte[] input = mutated(new SplittableRandom(seed));
      try {
        History history = HistoryReader.of("fuzz", new ByteArrayInputStream(input)).rest();
        checkLaws(history, seed);
        histories++;
      } catch (MalformedFileException e) {
        assertThat(e.line()).as("seed %d", seed).isPositive();
        assertThat(e.column()).as("seed %d", seed).isPositive();
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertThat(histories).as("both kinds occur").isBetween(INPUTS / 100, INPUTS / 2);
  }

  private static void checkLaws(History history, int seed) {
    for (Operation operation : history.operations()) {
      if (operation.returnOrder() <= operation.invokeOrder()) {
        throw new AssertionError("seed " + seed + ": " + operation);
      }
    }
  }

  private byte[] mutated(SplittableRandom random) {
    int from = random.nextInt(4) == 0 ? random.nextInt(golden.length) : 0;
    byte[] bytes = Arrays.copyOfRange(golden, from, golden.length);
    for (int n = random.nextInt(3); n >= 0; n--) {
      bytes = mutate(bytes, random);
    }
    return bytes;
  }

  private static byte[] mutate(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, at + random.nextInt(1, random.nextBoolean() ? 3 : 200));
    byte[] piece = Arrays.copyOfRange(bytes, at, to);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> joined(bytes, at, new byte[0], to);
      case 2 -> joined(bytes, at, piece, at);
      case 3 -> joined(bytes, at, structure(random, 1 + random.nextInt(3)), to);
      case 4 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, Math.min(at + 1, to));
      default -> joined(bytes, at, repeated(random), at);
    };
  }

  private static byte[] structure(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    for (int n = 0; n < length; n++) {
      bytes[n] = (byte) STRUCTURE.charAt(random.nextInt(STRUCTURE.length()));
    }
    return bytes;
  }

  private static byte[] repeated(SplittableRandom random) {
    byte[] bytes = new byte[random.nextInt(100)];
    Arrays.fill(bytes, structure(random, 1)[0]);
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int head, byte[] middle, int tail) {
    byte[] all = Arrays.copyOf(bytes, head + middle.length + bytes.length - tail);
    System.arraycopy(middle, 0, all, head, middle.length);
    System.arraycopy(bytes, tail, all, head + middle.length, bytes.length - tail);
    return all;
  }
}
