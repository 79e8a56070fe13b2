package io.quorate.history.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.History;
import io.quorate.history.Operation;
import io.quorate.history.file.MalformedFileException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ForeignFuzzTest {
  private static final int INPUTS = 50_000;
  private static final String STRUCTURE = ":{}[]()#\"\\ \t\r\n-+019 nil:ok:info\u0000\u00e9";

  private static final byte[] LOG =
      """
      INFO  jepsen.util - 0\t:invoke\t:read\tnil
      INFO  jepsen.util - 1\t:invoke\t:cas\t[1 2]
      INFO  jepsen.util - 2\t:invoke\t:write\t#{"a" {:b (3)}}
      INFO  jepsen.util - :nemesis\t:info\t:start\tnil
      INFO  jepsen.util - 0\t:ok\t:read\tnil
      INFO  jepsen.util - 1\t:fail\t:cas\t[1 2]
      INFO  jepsen.util - 2\t:info\t:write\t:timed-out
      """
          .getBytes(StandardCharsets.UTF_8);

  private static final byte[] TEXT =
      """
      {:process 0, :type :invoke, :f :append, :key "0", :value "x \\u00e9 \\n y"}
      {:process 1, :type :invoke, :f :get, :key "0", :value nil}
      {:process 0, :type :ok, :f :append, :key "0", :value "x y"}
      {:process 1, :type :fail, :f :get, :key "0", :value nil, :error :timeout}
      """
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void aDamagedLogIsAHistoryOrATypedError() {
    tryAll(LOG, bytes -> JepsenLog.read("fuzz", new ByteArrayInputStream(bytes), false));
  }

  @Test
  void aDamagedTextIsAHistoryOrATypedError() {
    tryAll(TEXT, bytes -> PorcupineText.read("fuzz", new ByteArrayInputStream(bytes)));
  }

  @Test
  void theFormOfAnythingIsOneOrATypedError() {
    tryAll(
        TEXT,
        bytes -> {
          Form.of("fuzz", new String(bytes, StandardCharsets.UTF_8));
          return PorcupineText.read("fuzz", new ByteArrayInputStream(bytes));
        });
  }

  private static void tryAll(byte[] golden, Function<byte[], History> reader) {
    int histories = 0;
    for (int seed = 0; seed < INPUTS; seed++) {
      try {
        checkLaws(reader.apply(damaged(golden, new SplittableRandom(seed))), seed);
        histories++;
      } catch (MalformedFileException e) {
        if (e.line() < 1 || e.column() < 1) {
          throw new AssertionError("seed " + seed + ": " + e.getMessage());
        }
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertThat(histories).as("both kinds occur").isBetween(INPUTS / 100, INPUTS * 99 / 100);
  }

  private static void checkLaws(History history, int seed) {
    for (Operation operation : history.operations()) {
      if (operation.returnOrder() <= operation.invokeOrder()) {
        throw new AssertionError("seed " + seed + ": " + operation);
      }
    }
  }

  private static byte[] damaged(byte[] golden, SplittableRandom random) {
    byte[] bytes = golden;
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
