package io.quorate.history.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.file.MalformedFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "QUORATE | {\"version\":1",
        "QUORATE | { \"version\":1",
        "QUORATE | {",
        "QUORATE | ``",
        "EDN | {:type :invoke, :f :read, :process 0, :index 0}",
        "EDN | [{:type :invoke, :f :read",
        "EDN | ({:type :invoke, :f :read",
        "EDN | ; a remark~[{:process 4",
        "EDN | #jepsen.history.Op{:index 0, :process 4",
        "PORCUPINE_KV | {:process 0, :type :invoke, :f :append, :key \"0\", :value \"x\"}",
        "JEPSEN_LOG | INFO jepsen.util - 0\t:invoke\t:read\tnil",
        "JEPSEN_LOG | INFO starting~~INFO jepsen.util - 0\t:invoke\t:read\tnil",
        "JEPSEN_LOG | 0 :invoke :read nil",
      })
  void isToldByTheFirstLines(Form form, String start) {
    assertThat(Form.of("file", start.replace("~", "\n"))).isEqualTo(form);
  }

  @Test
  void whatIsNoHistoryIsRefusedWithTheWayOut() {
    assertThatThrownBy(() -> Form.of("notes.txt", "Dear diary,\nnothing happened.\n"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessage(
            "notes.txt, line 1, column 1: no history of a form known here; say which it is with"
                + " --format quorate, edn, jepsen-log or porcupine-kv");
  }
}
