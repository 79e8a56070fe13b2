package io.quorate.jepsen.edn;

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
import org.junit.jupiter.params.provider.ValueSource;

class EdnHistoryTest {
  private static final String OPS =
      """
      {:type :invoke, :f :write, :value 3, :process 0, :time 10, :index 0}
      {:type :info, :f :start, :value [:isolated {"n1" #{"n2"}}], :process :nemesis, :time 15}
      {:type :invoke, :f :cas, :value [3 4], :process 1, :time 20, :index 1}
      {:type :ok, :f :write, :value 3, :process 0, :time 30, :index 2}
      {:type :fail, :f :cas, :value [3 4], :process 1, :time 40, :index 3}
      {:type :invoke, :f :read, :value nil, :process 0, :time 50, :index 4}
      {:type :info, :f :read, :value nil, :process 0, :time 60, :error :timed-out, :index 5}
      {:type :invoke, :f :cas, :value [3 5], :process 1, :time 70, :index 6}
      {:type :fail, :f :cas, :value [3 5], :process 1, :time 80, :error [:no :leader], :index 7}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {"%s", "[%s]", "(%s)", " ; a remark\n#_{:not 1}\n[%s ; the end\n#_ x ]\n,"})
  void theHistoryIsOneMapAfterAnotherOrOneCollection(String frame) {
    History history = read(frame.replace("%s", OPS));

    assertThat(history.header().failedCas()).isEqualTo(FailedCas.IGNORE);
    assertThat(history.operations())
        .extracting(Operation::invocation)
        .containsExactly(
            new Invocation("write", null, Value.of(3)),
            new Invocation("cas", null, Value.sequence(Value.of(3), Value.of(4))),
            new Invocation("read", null, Value.NIL),
            new Invocation("cas", null, Value.sequence(Value.of(3), Value.of(5))));
    assertThat(history.operations())
        .extracting(Operation::completion)
        .containsExactly(
            new Completion.Ok(Value.of(3)),
            new Completion.Fail(Completion.Fail.MISMATCH),
            new Completion.Info("timed-out"),
            new Completion.Fail("[\"no\", \"leader\"]"));
    assertThat(history.operation(0).invokedNanos()).isEqualTo(10);
    assertThat(history.operation(1).completedNanos()).isEqualTo(40);
  }

  @Test
  void nothingIsEvaluatedAndTagsAreKept() {
    History history =
        read(
            """
            #jepsen.history.Op{:type :invoke, :f :write, :process 0, :value #my/tag [1 #inst "never"]}
            {:type :invoke, :f :write, :process 1, :value #=(java.lang.System/exit 3)}
            """
                .replace("#=(", "#code ("));

    assertThat(history.operation(0).invocation().argument())
        .hasToString("[\"#my/tag\", [1, [\"#inst\", \"never\"]]]");
    assertThatThrownBy(() -> read("{:process 0, :value #=(java.lang.System/exit 3)}"))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("edn, line 1, column");
  }

  @Test
  void valuesThatArePairsOfKeyAndValueAreSplitByKey(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("history.edn");
    Files.writeString(
        file,
        """
        {:process 0, :type :invoke, :f :write, :value [7 1]}
        {:process 0, :type :ok, :f :write, :value [7 1]}
        {:process 0, :type :invoke, :f :read, :value [:k nil]}
        {:process 0, :type :ok, :f :read, :value [:k nil]}
        """);

    assertThat(EdnHistory.read(file).operations())
        .extracting(Operation::invocation)
        .containsExactly(
            new Invocation("write", "7", Value.of(1)), new Invocation("read", "k", Value.NIL));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7 | line 1, column 1: an operation that is no map",
        "~{:type :ok} | line 2, column 11: an operation without a :process",
        "{:process 0, :type :done, :f :x} | an operation whose :type is neither",
        "{:process 0, :type :ok} | an operation without an :f",
        "{:process 0, :type :ok, :f :read} | process 0 completes but has no operation open",
        "[{:process 0, :type :invoke, :f :read}~ | line 2, column 1: the file ends before its closing",
        "[] [] | line 1, column 4: something after the history's end",
        "{:process 0 | no data of Clojure: EOF while reading",
        "{:process 0 :process 1} | no data of Clojure: Duplicate key: :process",
        "{:process} | no data of Clojure: Map literal must contain an even number of forms",
        "{:process 08} | no data of Clojure: Invalid number: 08",
        "] | no data of Clojure: Unmatched delimiter: ]",
      })
  void whatIsWrongIsSaidWithItsPlace(String text, String sentence) {
    assertThatThrownBy(() -> read(text.replace("~", "\n")))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{:a ", "(", "#{", "#a ", "#_", "^:a ", "^", "#:a{:b "})
  void whateverWouldRecurHasALimit(String opening) {
    assertThatThrownBy(() -> read("{:process 0 :value " + opening.repeat(20_000)))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageMatching(".*(within one another|in one collection|no data of Clojure).*");
  }

  @Test
  void wordsAndOperationsHaveALimit() {
    assertThatThrownBy(() -> read("{:process " + "1".repeat(5000) + "}"))
        .hasMessageContaining("a word of more than 4096 characters");
    assertThatThrownBy(() -> read("{:value \"" + "x".repeat(17 << 20)))
        .hasMessageContaining("an operation of more than 16777216 characters");
  }

  @Test
  void aVectorOfManyOperationsOnOneLineIsFine() {
    StringBuilder ops = new StringBuilder("[");
    for (int i = 0; i < 20_000; i++) {
      ops.append("{:process ").append(i).append(", :type :invoke, :f :write, :value #{1 [2]}}");
    }

    assertThat(read(ops.append(']').toString()).size()).isEqualTo(20_000);
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] latin = "{:process 0, :value \"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> EdnHistory.read("edn", new ByteArrayInputStream(latin), false))
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("bytes that are no UTF-8");
  }

  private static History read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return EdnHistory.read("edn", new ByteArrayInputStream(bytes), false);
  }
}
