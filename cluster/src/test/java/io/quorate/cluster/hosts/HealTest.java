package io.quorate.cluster.hosts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.cluster.Command;
import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.process.Daemon;
import io.quorate.cluster.process.DaemonSpec;
import io.quorate.cluster.process.OwnMachine;
import io.quorate.cluster.process.ProcessIdentity;
import io.quorate.cluster.process.ProcessState;
import io.quorate.cluster.process.Processes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealTest {
  @TempDir Path directory;
  private final Processes processes = new Processes(new OwnMachine("n1"));
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("ledger.jsonl");
  }

  @Test
  @Tag("e2e")
  void whatAKilledToolkitLeftBehindIsEndedAndASecondHealFindsNothing() throws Exception {
    Process toolkit = start();
    List<ProcessIdentity> left = new ArrayList<>();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(toolkit.getInputStream(), UTF_8))) {
      for (String line = said.readLine(); !"ready".equals(line); line = said.readLine()) {
        left.add(processes.identify(Long.parseLong(line)).orElseThrow());
      }
      assertThatThrownBy(() -> Heal.heal(file))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("still going as pid " + toolkit.pid());
    } finally {
      toolkit.destroyForcibly().waitFor();
    }
    assertThat(left).extracting(processes::look).hasSize(3).doesNotContain(ProcessState.GONE);

    HealReport report = Heal.heal(file);

    assertThat(report.complete()).as("%s", report).isTrue();
    assertThat(report.done()).anyMatch(line -> line.contains("continued pid"));
    assertThat(report.done()).filteredOn(line -> line.contains("killed sleeper")).hasSize(3);
    assertThat(left).extracting(processes::look).containsOnly(ProcessState.GONE);
    assertThat(Heal.heal(file).done()).isEmpty();
  }

  @Test
  void aPidThatIsAnothersNowIsLeftAlone() {
    try (Ledger ledger = Ledger.open(file)) {
      Daemon innocent = sleeper(ledger);
      ProcessIdentity identity = innocent.start();
      try (Ledger old = Ledger.open(directory.resolve("old.jsonl"))) {
        local(old);
        Act act = old.intend(Act.Kind.DAEMON, "n1", Map.of("name", "raft"));
        old.landed(act, new ProcessIdentity(identity.pid(), "1").facts());
      }

      HealReport report = Heal.heal(directory.resolve("old.jsonl"));

      assertThat(report.complete()).isTrue();
      assertThat(report.done()).contains("n1: no process of raft is left");
      assertThat(innocent.look()).isEqualTo(ProcessState.ALIVE);
      innocent.kill();
    }
  }

  @Test
  void aHostThatCannotBeReachedIsReportedAndKeptForAnotherTry() {
    try (Ledger ledger = Ledger.open(file)) {
      ledger.intend(
          Act.Kind.HOST,
          "n1",
          Map.of(
              "reach",
              "ssh",
              "address",
              "127.0.0.1",
              "port",
              "1",
              "user",
              "nobody",
              "keyFile",
              "/no/key",
              "fingerprint",
              "SHA256:x"));
      ledger.intend(Act.Kind.DAEMON, "n1", Map.of("name", "raft", "pid", "77", "start", "1"));
    }

    assertThat(Heal.heal(file).left()).singleElement().asString().startsWith("DAEMON on n1: n1: ");
    assertThat(Heal.heal(file).left()).hasSize(1);
  }

  private static void local(Ledger ledger) {
    ledger.intend(Act.Kind.HOST, "n1", Map.of("reach", "local"));
  }

  private Daemon sleeper(Ledger ledger) {
    DaemonSpec spec =
        new DaemonSpec(
            "sleeper",
            Command.of("sleep", "600"),
            directory.resolve("log").toString(),
            directory.resolve("pid").toString());
    return new Daemon(new OwnMachine("n1"), spec, ledger);
  }

  private Process start() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            DyingToolkit.class.getName(),
            directory.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
