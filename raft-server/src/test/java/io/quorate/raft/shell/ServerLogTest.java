package io.quorate.raft.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerLogTest {
  @Test
  void hostileTextStaysOneFieldOfOneLine() {
    StringBuilder out = new StringBuilder();

    new ServerLog("n1", out)
        .say("refused", "reason", "x\n2026 node=n2 event=\"ready\"\u2028", "n", 3);

    assertThat(out.toString().lines()).hasSize(1);
    assertThat(out)
        .endsWith(
            " node=n1 event=refused reason=\"x\\u000a2026 node=n2 event=\\\"ready\\\"\\u2028\""
                + " n=3\n");
  }
}
