package io.quorate.jepsen.edn;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.History;
import io.quorate.history.Operation;
import io.quorate.history.file.MalformedFileException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EdnFuzzTest {
  private static final int INPUTS = 20_000;
  private static final String STRUCTURE = ":{}[]()#_^\"\\;'/ \t\n-+.019 eNM nil:ok\u0000\u00e9";

  private static final byte[] GOLDEN =
      """
      [{:process 0, :type :invoke, :f :write, :value {:a #{1 2.5}, "b" (x \\c 1/2)}, :time 1}
       {:process :nemesis, :type :info, :f :start, :value nil}
       #op{:process 1, :type :invoke, :f :cas, :value [1 #tag "2 \\n"], :time 2} ; so
       {:process 0, :type :ok, :f :write, :value #_ none nil, :time 3}
       {:process 1, :type :info, :f :cas, :value nil, :error :timeout, :time 4}]
      """
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void whateverTheBytesAreItIsAHistoryOrATypedError() {
    int histories = 0;
    for (int seed = 0; seed < INPUTS; seed++) {
      byte[] input = damaged(new SplittableRandom(seed));
      try {
        checkLaws(EdnHistory.read("fuzz", new ByteArrayInputStream(input), false), seed);
        histories++;
      } catch (MalformedFileException e) {
        if (e.line() < 1 || e.column() < 1 || e.getMessage() == null) {
          throw new AssertionError("seed " + seed + ": " + e.getMessage());
        }
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertThat(histories).as("both kinds occur").isBetween(INPUTS / 100, INPUTS * 9 / 10);
  }

  private static void checkLaws(History history, int seed) {
    for (Operation operation : history.operations()) {
      if (operation.returnOrder() <= operation.invokeOrder()) {
        throw new AssertionError("seed " + seed + ": " + operation);
      }
    }
  }

  private static byte[] damaged(SplittableRandom random) {
    byte[] bytes = GOLDEN;
    for (int n = random.nextInt(3); n >= 0; n--) {
      int at = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, at + random.nextInt(1, random.nextBoolean() ? 3 : 60));
      byte[] middle =
          switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 40));
            case 2 -> new byte[] {(byte) random.nextInt(256)};
            default -> structure(random);
          };
      bytes = joined(bytes, at, middle, random.nextBoolean() ? to : at);
    }
    return bytes;
  }

  private static byte[] structure(SplittableRandom random) {
    byte[] bytes = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? 80 : 3)];
    Arrays.fill(bytes, (byte) STRUCTURE.charAt(random.nextInt(STRUCTURE.length())));
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int head, byte[] middle, int tail) {
    byte[] all = Arrays.copyOf(bytes, head + middle.length + bytes.length - tail);
    System.arraycopy(middle, 0, all, head, middle.length);
    System.arraycopy(bytes, tail, all, head + middle.length, bytes.length - tail);
    return all;
  }
}
