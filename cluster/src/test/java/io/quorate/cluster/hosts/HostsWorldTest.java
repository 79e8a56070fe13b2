package io.quorate.cluster.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quorate.cluster.Address;
import io.quorate.cluster.Capability;
import io.quorate.cluster.Command;
import io.quorate.cluster.CommandResult;
import io.quorate.cluster.Port;
import io.quorate.cluster.Remote;
import io.quorate.cluster.RemoteException;
import io.quorate.cluster.Tunnel;
import io.quorate.cluster.deploy.Deployment;
import io.quorate.cluster.deploy.Sleeper;
import io.quorate.cluster.ledger.Act;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.ledger.LedgerReading;
import io.quorate.cluster.process.Daemon;
import io.quorate.cluster.process.DaemonSpec;
import io.quorate.cluster.process.ProcessState;
import io.quorate.cluster.ssh.SshRemote;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against Debian's OpenSSH server, where it is installed and the test runs as root. */
class HostsWorldTest {
  private static final String NOT_RUN =
      "NOT RUN: --on hosts.yaml was not tested against a real OpenSSH server; that needs root and"
          + " /usr/sbin/sshd (apt-get install openssh-server)";

  @TempDir static Path sshd;
  private static OpenSsh server;

  @TempDir Path directory;
  private Ledger ledger;

  @BeforeAll
  static void start() throws Exception {
    boolean possible =
        Files.isExecutable(OpenSsh.PROGRAM) && "root".equals(System.getProperty("user.name"));
    if (!possible) {
      System.err.println(NOT_RUN);
    }
    assumeTrue(possible, NOT_RUN);
    server = OpenSsh.start(sshd);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void open() {
    ledger = Ledger.open(directory.resolve("ledger.jsonl"));
  }

  @AfterEach
  void close() throws IOException {
    Files.deleteIfExists(sshd.resolve("home").resolve(SafetyCatch.MARKER));
    ledger.close();
  }

  @Test
  void aHostWithAnotherKeyThanTheKnownOneIsRefused() {
    for (String check : List.of("known", "fingerprint")) {
      assertThatThrownBy(() ->
              SshRemote.connect(
                  server
                      .host(
                          "n1",
                          check.equals("known")
                              ? server.knownHosts("other")
                              : server.fingerprint("other"),
                          21_000)
                      .target()))
          .as(check)
          .isInstanceOf(RemoteException.class)
          .hasMessageContaining("HostKey");
    }
  }

  @Test
  void aHostIsKnownByItsFingerprintToo() throws Exception {
    HostSpec host = server.host("n1", server.fingerprint("host"), 21_000);

    try (Remote remote = SshRemote.connect(host.target())) {
      assertThat(remote.exec("echo", "it's me").text()).isEqualTo("it's me");
    }
  }

  @Test
  void commandsFilesAndTunnelsWorkAsOnLocalHosts() throws Exception {
    try (Remote remote = connect();
        ServerSocket service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Tunnel tunnel = remote.openTunnel(service.getLocalPort());
        Socket socket = new Socket()) {
      CommandResult result = remote.exec("sh", "-c", "echo out; echo err >&2; exit 7");
      assertThat(result.exitCode()).isEqualTo(7);
      assertThat(result.stderr()).isEqualTo("err\n");
      assertThat(remote.exec("head", "-c", "1000000", "/dev/zero").stdout()).hasSize(1_000_000);
      assertThat(remote.exec("sh", "-c", "kill -9 $$").exitCode()).isEqualTo(137);

      String path = directory.resolve("there").toString();
      assertThat(remote.uploadText("content", path)).isTrue();
      assertThat(remote.uploadText("content", path)).isFalse();
      assertThat(remote.download(path, directory.resolve("here"), 3)).isFalse();
      assertThat(directory.resolve("here")).hasContent("ent");

      socket.connect(tunnel.entrance(), 10_000);
      service.setSoTimeout(10_000);
      try (Socket accepted = service.accept()) {
        socket.getOutputStream().write(7);
        assertThat(accepted.getInputStream().read()).isEqualTo(7);
      }
    }
  }

  @Test
  void aHostThatIsNotMarkedIsNotTouched() throws Exception {
    HostSpec host = server.host("n1", server.knownHosts("host"), 21_000);

    assertThatThrownBy(() -> HostsWorld.open("hosts.yaml", List.of(host), ledger))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("doctor --mark");
    assertThat(LedgerReading.of(ledger.file()).open()).isEmpty();
  }

  @Test
  void aSystemIsDeployedKilledPausedAndStopped() throws Exception {
    List<HostSpec> hosts =
        List.of(
            server.host("n1", server.knownHosts("host"), 21_000),
            server.host("n2", server.fingerprint("host"), 21_010));
    mark();
    try (HostsWorld world = HostsWorld.open("hosts.yaml", hosts, ledger)) {
      assertThat(world.dial("c1", "n2")).isEqualTo(new Address("127.0.0.1", 21_011));
      assertThat(world.dial("n1", "n2")).isEqualTo(world.site("n2").listen(Port.PEER));
      assertThat(world.capabilities().refusal(Capability.CUT_LINKS)).isPresent();
      assertThat(world.capabilities().refusal(Capability.KILL)).isEmpty();
      try (Deployment deployment = new Deployment(world, new Sleeper(), ledger)) {
        deployment.install();
        deployment.start();
        Daemon first = deployment.daemons().values().iterator().next();

        first.pause();
        assertThat(first.look()).isEqualTo(ProcessState.STOPPED);
        first.resume();
        assertThat(first.look()).isEqualTo(ProcessState.ALIVE);
        first.kill();
        assertThat(first.look()).isEqualTo(ProcessState.GONE);
        deployment.start("n1");
        deployment.collectLogs(directory.resolve("nodes"));

        assertThat(directory.resolve("nodes/n1/log")).hasContent("n1 starts\nn1 starts");
      }
    }
    assertThat(LedgerReading.of(ledger.file()).open()).isEmpty();
  }

  @Test
  void whatAKilledToolkitLeftOnAHostIsEndedOverSsh() throws Exception {
    HostSpec host = server.host("n1", server.fingerprint("host"), 21_000);
    Daemon daemon;
    try (Remote remote = SshRemote.connect(host.target())) {
      ledger.intend(Act.Kind.HOST, "n1", HostFacts.of(host));
      daemon =
          new Daemon(
              remote,
              new DaemonSpec(
                  "raft",
                  Command.of("sleep", "600"),
                  directory.resolve("log").toString(),
                  directory.resolve("pid").toString()),
              ledger);
      daemon.start();
      daemon.pause();

      HealReport report = Heal.heal(ledger.file());

      assertThat(report.complete()).as("%s", report).isTrue();
      assertThat(daemon.look()).isEqualTo(ProcessState.GONE);
    }
  }

  @Test
  void javaIsFoundOnAHostOrBroughtToIt() {
    try (Remote remote = connect()) {
      JavaOnHost.find(remote)
          .ifPresent(home -> assertThat(remote.exec(home + "/bin/java", "-version").ok()).isTrue());

      Path cache = Path.of("target", "java-images").toAbsolutePath();
      RuntimeImage image = new RuntimeImage(cache, RuntimeImage.MODULES);
      String home = image.ship(remote, directory.resolve("work").toString());

      Command version = Command.of(home + "/bin/java", "-version").within(Duration.ofMinutes(1));
      assertThat(remote.run(version).stderr()).contains("version");
    }
  }

  private static void mark() {
    try (Remote remote = connect()) {
      assertThat(SafetyCatch.isMarked(remote)).isFalse();
      SafetyCatch.mark(remote);
      assertThat(SafetyCatch.isMarked(remote)).isTrue();
    }
  }

  private static Remote connect() {
    return SshRemote.connect(server.host("n1", server.fingerprint("host"), 21_000).target());
  }
}
