package io.quorate.checker;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.checker.model.Models;
import io.quorate.history.Completion;
import io.quorate.history.Entry;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Value;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReplayerTest {
  private static final int KEYS = 20_000;
  private static final int OPERATIONS = 10;

  /** A second is enough; if each key cost a look at every row it would take minutes. */
  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aKeyCostsItsOwnOperationsAndNotThoseOfAllKeys() {
    Replayer<Value> replayer =
        new Replayer<>(interleaved(), Models.casRegister(), FailedCas.IGNORE);

    for (int key = 0; key < KEYS; key++) {
      List<Integer> rows = rows(key);
      assertThat(replayer.wrong("k" + key, rows)).isEmpty();
      assertThat(replayer.wrong("k" + key, rows.subList(0, OPERATIONS - 1)))
          .contains("operation " + rows.getLast() + " returned and is missing in the order");
    }
  }

  @Test
  void anotherKeysOperationDoesNotBelongIntoAnOrderAndNothingIsOwedForAKeyThatNeverOccurs() {
    Replayer<Value> replayer =
        new Replayer<>(interleaved(), Models.casRegister(), FailedCas.IGNORE);

    assertThat(replayer.wrong("k1", rows(0)))
        .contains("operation 0 does not belong into the order");
    assertThat(replayer.wrong("elsewhere", List.of())).isEmpty();
  }

  private static List<Integer> rows(int key) {
    return IntStream.range(0, OPERATIONS).map(k -> k * KEYS + key).boxed().toList();
  }

  /** One operation of every key, then the next one of every key: writes and reads in turn. */
  private static History interleaved() {
    History.Builder history =
        History.builder(new Header(1, "cas-register", FailedCas.IGNORE, 0, List.of()));
    for (int row = 0; row < KEYS * OPERATIONS; row++) {
      boolean read = row / KEYS % 2 == 1;
      Value value = Value.of(read ? row - KEYS : row);
      Invocation asked =
          new Invocation(read ? "read" : "write", "k" + row % KEYS, read ? Value.NIL : value);
      history.add(new Entry.Invoked(row, row, 0, asked, null));
      history.add(new Entry.Completed(row, 0, new Completion.Ok(read ? value : Value.NIL), null));
    }
    return history.build();
  }
}
