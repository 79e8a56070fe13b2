package io.quorate.raft.shell.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFileTest {
  private static final long AMPLE = 1 << 20;

  private final List<String> troubles = new ArrayList<>();
  private long now = 1000;

  @TempDir Path directory;

  @Test
  void aLineIsThisJson() throws IOException {
    try (TraceFile trace = open(AMPLE)) {
      trace.note("boot", 0, 0, "boot", 3L, "bugs", "");
      trace.note("vote", 2, 5, "for", "n\"1\n\u2028", "granted", true, "count", 7);
    }

    assertThat(lines())
        .containsExactly(
            "{\"node\":\"n1\",\"boot\":3,\"seq\":0,\"t\":1000,\"term\":0,\"index\":0,"
                + "\"kind\":\"boot\",\"bugs\":\"\"}",
            "{\"node\":\"n1\",\"boot\":3,\"seq\":1,\"t\":1001,\"term\":2,\"index\":5,"
                + "\"kind\":\"vote\",\"for\":\"n\\\"1\\u000a\\u2028\",\"granted\":true,\"count\":7}");
  }

  @Test
  void aLineTornByAKillIsEndedBeforeTheNextBoot() throws IOException {
    Files.writeString(directory.resolve("trace.jsonl"), "{\"node\":\"n1\",\"bo");

    try (TraceFile trace = open(AMPLE)) {
      trace.note("boot", 0, 0, "boot", 1L);
    }

    assertThat(lines()).hasSize(2).last().asString().startsWith("{\"node\":\"n1\",\"boot\":1,");
  }

  @Test
  void nothingIsPlacedBeforeTheBootIsKnown() throws IOException {
    try (TraceFile trace = open(AMPLE)) {
      trace.note("disk-failed", 0, 0, "reason", "no space");
    }

    assertThat(lines()).isEmpty();
  }

  @Test
  void atItsLimitTheTraceEndsWithALineThatSaysSo() throws IOException {
    long limit = 5_000;
    try (TraceFile trace = open(limit)) {
      trace.note("boot", 0, 0, "boot", 0L);
      for (int i = 0; i < 1000; i++) {
        trace.note("append", 1, i);
        trace.flush();
      }
    }

    assertThat(Files.size(directory.resolve("trace.jsonl"))).isLessThanOrEqualTo(limit);
    assertThat(lines().getLast()).contains("\"kind\":\"trace-full\"");
    assertThat(troubles).containsExactly("the trace reached its limit");
  }

  private TraceFile open(long limit) throws IOException {
    return TraceFile.open(
        directory.resolve("trace.jsonl"), limit, "n1", () -> now++, troubles::add);
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(directory.resolve("trace.jsonl"));
  }
}
