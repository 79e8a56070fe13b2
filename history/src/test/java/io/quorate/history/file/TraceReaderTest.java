package io.quorate.history.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.history.Observation;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class TraceReaderTest {
  private static final String COMMIT =
      "{\"boot\":0,\"seq\":12,\"t\":123,\"term\":3,\"index\":17,\"kind\":\"commit\"}\n";

  @Test
  void aLineIsAnObservationOfItsNode() {
    TraceReader trace = trace(COMMIT);

    assertThat(trace.next()).isEqualTo(new Observation("n2", 0, 12, 123, 3, 17, "commit", "{}"));
    assertThat(trace.next()).isNull();
  }

  @Test
  void whatAKindSaysBesideIsItsDetail() {
    TraceReader trace =
        trace(
            "{\"boot\":1,\"seq\":0,\"from\":\"n1\\u000a\",\"t\":5,\"term\":3,\"index\":0,"
                + "\"kind\":\"vote\",\"granted\": true, \"peers\":[1,{\"a\":null}]}\n");

    Observation vote = requireNonNull(trace.next());

    assertThat(vote.detail())
        .isEqualTo("{\"from\":\"n1\\n\",\"granted\":true,\"peers\":[1,{\"a\":null}]}");
  }

  @Test
  void aTornLastLineIsDropped() {
    for (int length = 0; length < COMMIT.length() - 1; length++) {
      TraceReader trace = trace(COMMIT + COMMIT.substring(0, length));

      assertThat(trace.next()).isNotNull();
      assertThat(trace.next()).isNull();
    }
  }

  @Test
  void aLineTornByAKillIsDroppedBeforeALaterBoot() {
    String later = COMMIT.replace("\"boot\":0", "\"boot\":1");

    for (int length = 1; length < COMMIT.length() - 2; length++) {
      TraceReader trace = trace(COMMIT + COMMIT.substring(0, length) + "\n" + later);

      assertThat(requireNonNull(trace.next()).boot()).isZero();
      assertThat(requireNonNull(trace.next()).boot()).isEqualTo(1);
      assertThat(trace.next()).isNull();
    }
  }

  @Test
  void aTornLineWithinABootIsRefused() {
    TraceReader trace = trace(COMMIT + "{\"boot\":\n" + COMMIT);

    assertThat(trace.next()).isNotNull();
    assertThatThrownBy(trace::next)
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("line 2");
  }

  @Test
  void aLineOfAnotherNodeIsRefused() {
    String foreign = COMMIT.replace("{", "{\"node\":\"n7\",");

    assertThat(trace(foreign.replace("n7", "n2")).next())
        .isEqualTo(new Observation("n2", 0, 12, 123, 3, 17, "commit", "{}"));
    assertThatThrownBy(() -> trace(foreign).next())
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("a line of another node in the trace of n2");
  }

  @Test
  void aLineThatIsNoObservationIsRefused() {
    assertThatThrownBy(() -> trace(COMMIT.replace("term", "trem")).next())
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("trace.jsonl, line 1, column 1: a trace line without the field term");
    assertThatThrownBy(() -> trace(COMMIT.replace("{", "{\"t\":1,")).next())
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("the field t twice");
  }

  private static TraceReader trace(String lines) {
    return TraceReader.of("n2", "trace.jsonl", new ByteArrayInputStream(lines.getBytes(UTF_8)));
  }
}
