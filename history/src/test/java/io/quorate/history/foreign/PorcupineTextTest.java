package io.quorate.history.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Completion;
import io.quorate.history.Header;
import io.quorate.history.Header.FailedCas;
import io.quorate.history.History;
import io.quorate.history.Invocation;
import io.quorate.history.Operation;
import io.quorate.history.Value;
import io.quorate.history.file.MalformedFileException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PorcupineTextTest {
  @Test
  void eachLineIsAnEventOfAKey() {
    History history =
        read(
            """
            {:process 0, :type :invoke, :f :append, :key "a", :value "x 0 \\"0\\" y"}

            {:process 1, :type :invoke, :f :get, :key "b", :value nil}
            {:process 1, :type :ok, :f :get, :key "b", :value ""}
            {:process 0, :type :ok, :f :append, :key "a", :value "x 0 \\"0\\" y"}
            {:type :invoke :process 2 :f :put :key "b" :value "z"}
            """);

    assertThat(history.header().model()).isEqualTo("key-value");
    assertThat(history.header().failedCas()).isEqualTo(FailedCas.IGNORE);
    assertThat(history.operations())
        .extracting(Operation::invocation)
        .containsExactly(
            new Invocation("append", "a", Value.of("x 0 \"0\" y")),
            new Invocation("get", "b", Value.NIL),
            new Invocation("put", "b", Value.of("z")));
    assertThat(history.operation(1).completion()).isEqualTo(new Completion.Ok(Value.of("")));
    assertThat(history.operation(2).completion()).isInstanceOf(Completion.Info.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{:process 0 | line 1, column 12: a collection without its closing }",
        "nothing | line 1, column 1: a map, which begins with {, is missing",
        "{:process 0} x | line 1, column 14: something after the map",
        "{:process :n, :type :info} | line 1, column 1: a line without a :process that is a number",
        "{:process 0, :type :done} | line 1, column 1: a :type that is none of [invoke, ok, fail",
        "{:process 0, :type :ok} | line 1, column 1: a line without a :f",
        "{:process 0, :process 1} | line 1, column 25: a map with the key process twice",
        "{:process 0, :type} | line 1, column 20: a map with a key that has no value",
      })
  void whatIsWrongIsSaidWithItsPlaceAndHowALineReads(String line, String sentence) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining("a line reads {:process 0, :type :invoke, :f :get");
  }

  @Test
  void aCompletionAnswersWhatWasAsked() {
    assertThatThrownBy(() ->
            read(
                """
                {:process 0, :type :invoke, :f :get, :key "a", :value nil}
                {:process 0, :type :ok, :f :put, :key "a", :value "x"}
                """))
        .hasMessageContaining("line 2, column 1: process 0 completes another function");
  }

  @Test
  void theNumberOfOperationsHasALimit() {
    Header header = new Header(1, "key-value", FailedCas.IGNORE, 0, List.of());
    Events events = new Events("kv", header, false, 2);
    Event.Type invoke = Event.Type.INVOKE;
    events.add(1, new Event(invoke, 0, "get", "a", Value.NIL, null, Event.NO_TIME));
    events.add(2, new Event(invoke, 1, "get", "a", Value.NIL, null, Event.NO_TIME));

    assertThatThrownBy(
            () -> events.add(3, new Event(invoke, 2, "get", "a", Value.NIL, null, Event.NO_TIME)))
        .hasMessage(
            "kv, line 3, column 1: more than 2 operations; cut the history; every prefix of one can"
                + " be judged");
  }

  private static History read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return PorcupineText.read("kv", new ByteArrayInputStream(bytes));
  }
}
