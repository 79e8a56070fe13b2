package io.quorate.cluster.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quorate.cluster.Command;
import io.quorate.cluster.CommandResult;
import io.quorate.cluster.Remote;
import io.quorate.cluster.RemoteException;
import io.quorate.cluster.Tunnel;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalHostsTest {
  @TempDir static Path directory;
  private static LocalHosts hosts;
  private static Remote remote;
  private static Path home;

  @BeforeAll
  static void open() {
    home = directory.resolve("a home with ' and blanks");
    hosts = LocalHosts.open(Map.of("n1", home, "n2", directory.resolve("n2")));
    remote = hosts.remotes().getFirst();
  }

  @AfterAll
  static void close() {
    hosts.close();
  }

  @Test
  void aCommandReportsItsExitCodeAndBothItsOutputs() {
    CommandResult result = remote.exec("sh", "-c", "echo out; echo err >&2; exit 7");

    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.stdout()).isEqualTo("out\n");
    assertThat(result.stderr()).isEqualTo("err\n");
    assertThat(result.truncated()).isFalse();
  }

  @Test
  void aFailedCommandNamesNodeCommandExitCodeAndOutput() {
    assertThatThrownBy(() -> remote.exec("sh", "-c", "echo why >&2; exit 3").orThrow())
        .isInstanceOfSatisfying(
            RemoteException.class,
            e -> {
              assertThat(e.node()).isEqualTo("n1");
              assertThat(e.exitCode()).isEqualTo(3);
              assertThat(e.output()).contains("why");
              assertThat(e.command()).contains("exit 3");
            });
  }

  @Test
  void aProgramThatIsNotThereEndsWith127() {
    assertThat(remote.exec("/no/such/program").exitCode()).isEqualTo(127);
  }

  @Test
  void deathByASignalIsReportedAs128AndTheSignal() {
    assertThat(remote.exec("sh", "-c", "kill -9 $$").exitCode()).isEqualTo(137);
  }

  @Test
  void hostileArgumentsArriveAsTheyAre() {
    String hostile = "a'b\"c $(id) `id` ; exit 1 \\ \n end";

    assertThat(remote.exec("printf", "%s", hostile).stdout()).isEqualTo(hostile);
  }

  @Test
  void aCommandRunsInItsNodesDirectoryWithACleanEnvironment() {
    CommandResult result = remote.exec("sh", "-c", "pwd -P; echo \"$HOME\"; env | wc -l");

    assertThat(result.stdout().lines().toList().get(0)).endsWith(home.getFileName().toString());
    assertThat(result.stdout().lines().toList().get(1)).isEqualTo(home.toString());
    assertThat(Integer.parseInt(result.stdout().lines().toList().get(2).strip())).isLessThan(9);
  }

  @Test
  void standardInputReachesTheCommandAndEnds() {
    String text = "x".repeat(300_000);

    assertThat(remote.run(Command.of("cat").withStdin(text)).stdout()).isEqualTo(text);
  }

  @Test
  void oneMegabyteOnBothOutputsAtOnceBlocksNobody() {
    String script =
        "i=0; while [ $i -lt 1024 ]; do printf '%01024d' 1; printf '%01024d' 2 >&2;"
            + " i=$((i+1)); done";

    CommandResult result = remote.exec("sh", "-c", script);

    assertThat(result.stdout()).hasSize(1024 * 1024);
    assertThat(result.stderr()).hasSize(1024 * 1024);
  }

  @Test
  void outputBeyondTheLimitIsCountedButNotKept() {
    CommandResult result = remote.exec("head", "-c", "6000000", "/dev/zero");

    assertThat(result.ok()).isTrue();
    assertThat(result.stdout()).hasSize(CommandResult.OUTPUT_LIMIT);
    assertThat(result.truncated()).isTrue();
  }

  @Test
  void aCommandThatDoesNotEndInTimeFailsAndTheHostStaysUsable() {
    Command slow = Command.of("sleep", "60").within(Duration.ofMillis(200));

    assertThatThrownBy(() -> remote.run(slow))
        .isInstanceOf(RemoteException.class)
        .hasMessageContaining("no end within 200 ms");
    assertThat(remote.exec("true").ok()).isTrue();
  }

  @Test
  void anUploadIsSkippedWhenTheHostHasTheSameBytes() throws Exception {
    Path local = Files.writeString(directory.resolve("one"), "content ".repeat(50_000));
    String path = home.resolve("deep/er/one").toString();

    assertThat(remote.upload(local, path)).isTrue();
    assertThat(remote.upload(local, path)).isFalse();
    Files.writeString(local, "other");
    assertThat(remote.upload(local, path)).isTrue();

    assertThat(Path.of(path)).hasContent("other");
    try (var left = Files.list(Path.of(path).getParent())) {
      assertThat(left).as("no part is left").hasSize(1);
    }
  }

  @Test
  void anExecutableArrivesExecutable() throws Exception {
    Path local = Files.writeString(directory.resolve("tool"), "#!/bin/sh\necho works $1\n");
    assertThat(local.toFile().setExecutable(true)).isTrue();
    String path = home.resolve("tool").toString();

    remote.upload(local, path);

    assertThat(remote.exec(path, "well").text()).isEqualTo("works well");
  }

  @Test
  void textIsUploadedAsUtf8() {
    String path = home.resolve("text").toString();

    remote.uploadText("gr\u00fc\u00df\n", path);

    assertThat(Path.of(path)).hasContent("gr\u00fc\u00df\n");
  }

  @Test
  void ofALongFileTheEndIsFetched() throws Exception {
    Path there = Files.writeString(home.resolve("log"), "beginning and the end");
    Path here = directory.resolve("fetched");

    assertThat(remote.download(there.toString(), here, 3)).isFalse();
    assertThat(here).hasContent("end");
    assertThat(remote.download(there.toString(), here, 1000)).isTrue();
    assertThat(here).hasContent("beginning and the end");
  }

  @Test
  void aMissingFileIsAFailureWithItsName() {
    assertThatThrownBy(() -> remote.download("/no/such/file", directory.resolve("x"), 10))
        .isInstanceOf(RemoteException.class)
        .hasMessageContaining("/no/such/file");
  }

  @Test
  void aTunnelLeadsToALoopbackPortOfTheHost() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Tunnel tunnel = remote.openTunnel(server.getLocalPort());
        Socket client = new Socket()) {
      client.connect(tunnel.entrance(), 5000);
      client.setSoTimeout(5000);
      try (Socket accepted = server.accept()) {
        client.getOutputStream().write("ping".getBytes(UTF_8));
        assertThat(accepted.getInputStream().readNBytes(4)).isEqualTo("ping".getBytes(UTF_8));
        accepted.getOutputStream().write("pong".getBytes(UTF_8));
        assertThat(client.getInputStream().readNBytes(4)).isEqualTo("pong".getBytes(UTF_8));
      }
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void aTunnelToAPortWhereNobodyListensEndsAtOnce() throws Exception {
    int free;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = server.getLocalPort();
    }
    try (Tunnel tunnel = remote.openTunnel(free);
        Socket client = new Socket()) {
      client.connect(tunnel.entrance(), 5000);
      client.setSoTimeout(5000);

      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void whatIsRunOnAClosedRemoteFails() {
    try (LocalHosts others = LocalHosts.open(Map.of("n9", directory.resolve("n9")))) {
      Remote closed = others.remotes().getFirst();
      closed.close();

      assertThatThrownBy(() -> closed.exec("true")).isInstanceOf(RemoteException.class);
    }
  }
}
