package io.quorate.checker.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.Budget;
import io.quorate.checker.Options;
import io.quorate.checker.TextHistory;
import io.quorate.checker.Verdict;
import io.quorate.checker.model.Models;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "register-crashed-write-seen-late",
        "register-frozen-replica",
        "cas-register-chain",
        "cas-register-crashed-cas",
        "cas-register-refused",
        "mutex-handover",
        "test-and-set-reset",
        "owner-mutex-handover",
        "reentrant-mutex-twice",
        "fifo-queue-order",
        "unordered-queue-twice",
        "stack-lost",
        "counter-lost-update"
      })
  void theGoodTwinPassesAndTheBadOneDoesNot(String name) throws IOException {
    assertThat(judge(name, "ok").rank()).isZero();
    assertThat(judge(name, "bad"))
        .isInstanceOfSatisfying(
            Verdict.NotLinearizable.class,
            no ->
                assertThat(no.counterexample().operations())
                    .as(no.counterexample().sentence())
                    .hasSizeBetween(1, 7));
  }

  private static Verdict judge(String name, String twin) throws IOException {
    String model =
        Models.names().stream()
            .filter(known -> name.startsWith(known + "-"))
            .findFirst()
            .orElseThrow();
    try (InputStream in =
        GoldenTest.class.getResourceAsStream("/golden/" + name + "-" + twin + ".txt")) {
      String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).as(name + " " + twin).isNotEmpty();
      return Checker.check(
              TextHistory.of(model, text),
              Models.named(model),
              Options.of(Budget.of(10, 64), System::nanoTime))
          .overall();
    }
  }
}
