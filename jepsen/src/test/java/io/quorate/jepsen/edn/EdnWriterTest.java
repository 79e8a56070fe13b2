package io.quorate.jepsen.edn;

import static org.assertj.core.api.Assertions.assertThat;

import io.quorate.history.History;
import io.quorate.history.Operation;
import io.quorate.history.file.HistoryReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdnWriterTest {
  private static final String OURS =
      """
      {"version":1,"model":"cas-register","failedCas":"observe","seed":42,"nodes":["n1"]}
      {"i":0,"t":10,"type":"invoke","p":0,"f":"write","k":"x","v":1,"node":"n1"}
      {"i":3,"t":20,"type":"invoke","p":1,"f":"cas","k":"x","v":[1,2]}
      {"i":4,"t":25,"fault":"partition isolate n3","id":"f1","phase":"not-taken","links":[["n1","n3"]]}
      {"i":5,"t":30,"type":"ok","p":0,"f":"write","k":"x","node":"n1"}
      {"i":6,"t":40,"type":"fail","p":1,"f":"cas","k":"x","err":"mismatch"}
      {"i":7,"t":50,"type":"invoke","p":0,"f":"read","k":"x"}
      {"i":8,"t":60,"type":"ok","p":0,"f":"read","k":"x","v":"a\\"\\\\\\n\\u0000\\ud83d\\ude00\\ud83d"}
      {"i":9,"t":70,"type":"invoke","p":0,"f":"read","k":"x"}
      {"i":10,"t":80,"type":"info","p":0,"f":"read","k":"x","err":"timed out"}
      """;

  @Test
  void aHistoryOfOursIsOneOfJepsen() throws IOException {
    assertThat(written(OURS).lines())
        .startsWith(
            "{:index 0, :type :invoke, :process 0, :f :write, :value [\"x\" 1], :time 10,"
                + " :node \"n1\"}",
            "{:index 1, :type :invoke, :process 1, :f :cas, :value [\"x\" [1 2]], :time 20}",
            "{:index 2, :type :info, :process :nemesis, :f :partition, :value {:id \"f1\","
                + " :fault \"partition isolate n3\", :phase :not-taken, :links [[\"n1\" \"n3\"]],"
                + " :nodes []}, :time 25}",
            "{:index 3, :type :ok, :process 0, :f :write, :value [\"x\" 1], :time 30,"
                + " :node \"n1\"}",
            "{:index 4, :type :fail, :process 1, :f :cas, :value [\"x\" [1 2]], :time 40,"
                + " :error \"mismatch\"}");
  }

  @Test
  void readBackItAsksAndAnswersTheSame(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("history.edn"), written(OURS));
    History ours = reader(OURS).rest();

    History back = EdnHistory.read(file);

    assertThat(back.operations())
        .extracting(Operation::invocation)
        .isEqualTo(ours.operations().stream().map(Operation::invocation).toList());
    assertThat(back.operations().stream().skip(1))
        .extracting(Operation::completion)
        .isEqualTo(ours.operations().stream().skip(1).map(Operation::completion).toList());
    assertThat(back.operations())
        .extracting(Operation::completedNanos)
        .containsExactly(30L, 40L, 60L, 80L);
  }

  private static String written(String ours) throws IOException {
    StringBuilder edn = new StringBuilder();
    EdnWriter.copy(reader(ours), edn);
    return edn.toString();
  }

  private static HistoryReader reader(String ours) {
    byte[] bytes = ours.getBytes(StandardCharsets.UTF_8);
    return HistoryReader.of("ours", new ByteArrayInputStream(bytes));
  }
}
