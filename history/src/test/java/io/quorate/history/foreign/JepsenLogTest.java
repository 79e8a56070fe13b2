package io.quorate.history.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Completion;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import io.quorate.history.file.MalformedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JepsenLogTest {
  private static final String LOG =
      """
      INFO  jepsen.core - Setting up DB
      INFO  jepsen.util - 0\t:invoke\t:read\tnil
      INFO  jepsen.util - 1\t:invoke\t:cas\t[1 2]
      2026-01-02 03:04:05,678{GMT}\tINFO\t[jepsen worker 2] jepsen.util: 2\t:invoke\t:write\t3
      INFO  jepsen.util - :nemesis\t:info\t:start\tnil
      INFO  jepsen.util - 0\t:ok\t:read\tnil
      INFO  jepsen.util - 1\t:fail\t:cas\t[1 2]
      INFO  jepsen.util - 2\t:info\t:write\t:timed-out
      INFO  jepsen.util - 3\t:invoke\t:read\tnil
      WARN  jepsen.core - Process 3 crashed
      INFO  jepsen.util - 3\t:fail\t:read\tnil\tconnection refused
      """;

  @Test
  void theOperationsAreFoundAmongEverythingElse() {
    History history = read(LOG);

    assertThat(history.header().model()).isEqualTo("cas-register");
    assertThat(history.header().failedCas()).isEqualTo(FailedCas.OBSERVE);
    assertThat(history.operations())
        .extracting(Operation::invocation)
        .containsExactly(
            new Invocation("read", null, Value.NIL),
            new Invocation("cas", null, Value.sequence(Value.of(1), Value.of(2))),
            new Invocation("write", null, Value.of(3)),
            new Invocation("read", null, Value.NIL));
    assertThat(history.operations())
        .extracting(Operation::completion)
        .containsExactly(
            new Completion.Ok(Value.NIL),
            new Completion.Fail(Completion.Fail.MISMATCH),
            new Completion.Info("timed-out"),
            new Completion.Fail("connection refused"));
  }

  @Test
  void linesWithoutTimesAreAMillisecondApart() {
    assertThat(read(LOG).operations())
        .extracting(Operation::invokedNanos)
        .containsExactly(0L, 1_000_000L, 2_000_000L, 6_000_000L);
  }

  @Test
  void valuesThatArePairsOfKeyAndValueAreSplitByKey(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("jepsen.log");
    Files.writeString(
        file,
        """
        0 :invoke :write [7 1]
        1 :invoke :cas [8 [nil 5]]
        0 :ok :write [7 1]
        0 :invoke :read [7 nil]
        0 :ok :read [7 1]
        1 :ok :cas [8 [nil 5]]
        """);

    History history = JepsenLog.read(file);

    assertThat(history.operations())
        .extracting(Operation::invocation)
        .containsExactly(
            new Invocation("write", "7", Value.of(1)),
            new Invocation("cas", "8", Value.sequence(Value.NIL, Value.of(5))),
            new Invocation("read", "7", Value.NIL));
    assertThat(history.operation(2).completion()).isEqualTo(new Completion.Ok(Value.of(1)));
  }

  @Test
  void aWriteOfAPairIsNoKeyWhereReadsAskForNothing(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("jepsen.log");
    Files.writeString(file, "0 :invoke :write [7 1]\n1 :invoke :read nil\n");

    assertThat(JepsenLog.read(file).operation(0).invocation())
        .isEqualTo(new Invocation("write", null, Value.sequence(Value.of(7), Value.of(1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 :ok :read 5 | line 1, column 1: process 1 completes but has no operation open",
        "1 :invoke :cas [1 2 | line 1, column 20: a collection without its closing ]",
        "1 :invoke :write \"x | line 1, column 20: a text without its closing quote",
        "1 :invoke :write \"\\q\" | line 1, column 20: an escape that is none",
        "1 :invoke :write ] | line 1, column 18: a bracket that nothing opened",
      })
  void whatIsWrongIsSaidWithItsPlace(String line, String sentence) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void bracketsHaveALimit() {
    assertThatThrownBy(() -> read("1 :invoke :write " + "[".repeat(100_000)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("more than 32 collections within one another");
  }

  @Test
  void bytesThatAreNoTextAreRefusedWhereTheyMatter() {
    byte[] noise = {'x', (byte) 0xff, '\n'};
    byte[] value = "1 :invoke :write \"\u00ff\"".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(JepsenLog.read("log", new ByteArrayInputStream(noise), false).size()).isZero();
    assertThatThrownBy(() -> JepsenLog.read("log", new ByteArrayInputStream(value), false))
        .hasMessageContaining("log, line 1, column 19: bytes that are no UTF-8");
  }

  private static History read(String log) {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    return JepsenLog.read("log", new ByteArrayInputStream(bytes), false);
  }
}
