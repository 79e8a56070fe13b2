package io.quorate.results.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.checker.Analysis;
import io.quorate.checker.KeyVerdict;
import io.quorate.checker.Verdict;
import io.quorate.checker.model.Models;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.foreign.JepsenLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {
  @TempDir Path folder;

  @Test
  void aKeyThatOwesAnOrderAndHasNoneIsSpokenOf() throws IOException {
    Orders without = orders("0 :invoke :write 1\n0 :ok :write 1\n");
    Orders nothingReturned = orders("0 :invoke :write 1\n0 :info :write 1\n");
    Orders with = orders("0 :invoke :write 1\n0 :ok :write 1\n", 0);

    assertThat(without.missing(null))
        .contains(
            "none for 1 linearizable keys: it takes more memory than the verdict;"
                + " raise --memory");
    assertThat(without.missing("another")).isEmpty();
    assertThat(nothingReturned.missing(null)).isEmpty();
    assertThat(with.missing(null)).isEmpty();
  }

  @Test
  void anOrderThatProvesNothingIsNoVerdict() throws IOException {
    Orders wrong =
        orders("0 :invoke :write 1\n0 :ok :write 1\n0 :invoke :read nil\n0 :ok :read 1\n", 1, 0);

    assertThatThrownBy(wrong::replay)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("proves nothing: operation 1 is not allowed in [nil]");
  }

  private Orders orders(String log, Integer... order) throws IOException {
    Path path = Files.writeString(folder.resolve("jepsen.log"), log);
    KeyVerdict key =
        new KeyVerdict(null, 1, new Verdict.Linearizable(List.of(order)), "by hand", 0, 0);
    Analysis analysis = new Analysis("cas-register", FailedCas.IGNORE, List.of(key), 0);
    return new Orders(JepsenLog.read(path), Models.casRegister(), analysis);
  }
}
