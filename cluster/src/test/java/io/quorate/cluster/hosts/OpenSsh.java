package io.quorate.cluster.hosts;

import io.quorate.cluster.Address;
import io.quorate.cluster.Command;
import io.quorate.cluster.process.OwnMachine;
import io.quorate.cluster.ssh.HostKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The system's own sshd on a loopback port, with keys and settings made for the test. */
final class OpenSsh implements AutoCloseable {
  static final Path PROGRAM = Path.of("/usr/sbin/sshd");

  private final Path directory;
  private final int port;
  private final Process process;

  private OpenSsh(Path directory, int port, Process process) {
    this.directory = directory;
    this.port = port;
    this.process = process;
  }

  /** Starts it in {@code directory} and returns when it listens. */
  static OpenSsh start(Path directory) throws IOException {
    OwnMachine machine = new OwnMachine("sshd");
    for (String key : new String[] {"host", "login", "other"}) {
      String file = directory.resolve(key).toString();
      machine.run(Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file)).orThrow();
    }
    Files.copy(directory.resolve("login.pub"), directory.resolve("authorized"));
    Files.createDirectories(directory.resolve("home"));
    Files.createDirectories(Path.of("/run/sshd"));
    int port = freePort();
    Path settings = Files.writeString(directory.resolve("sshd_config"), settings(directory, port));
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "-D", "-e", "-f", settings.toString())
            .redirectErrorStream(true)
            .start();
    awaitListening(process);
    return new OpenSsh(directory, port, process);
  }

  private static String settings(Path directory, int port) {
    return String.join(
        "\n",
        "ListenAddress 127.0.0.1",
        "Port " + port,
        "HostKey " + directory.resolve("host"),
        "AuthorizedKeysFile " + directory.resolve("authorized"),
        "PidFile none",
        "UsePAM no",
        "StrictModes no",
        "PasswordAuthentication no",
        "KbdInteractiveAuthentication no",
        "Subsystem sftp internal-sftp",
        "SetEnv HOME=" + directory.resolve("home"),
        "");
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  /** The stream stays open: sshd goes on to write into it. */
  private static void awaitListening(Process process) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      if (line.contains("listening on")) {
        Thread.ofVirtual().start(() -> said.lines().forEach(ignored -> {}));
        return;
      }
    }
    throw new IOException("sshd ended before it listened");
  }

  HostSpec host(String name, HostKey hostKey, int firstPort) {
    return new HostSpec(
        name,
        new Address("127.0.0.1", port),
        System.getProperty("user.name"),
        directory.resolve("login"),
        hostKey,
        false,
        directory.resolve("work").toString(),
        Optional.of(System.getProperty("java.home")),
        firstPort);
  }

  /** A file known_hosts with the key of this name. */
  HostKey knownHosts(String key) throws IOException {
    String line = Files.readString(directory.resolve(key + ".pub"));
    Path file = directory.resolve("known-" + key);
    return new HostKey.KnownHosts(Files.writeString(file, "[127.0.0.1]:" + port + " " + line));
  }

  HostKey fingerprint(String key) {
    String publicKey = directory.resolve(key + ".pub").toString();
    String said = new OwnMachine("sshd").exec("ssh-keygen", "-l", "-f", publicKey).text();
    return new HostKey.Fingerprint(said.split(" ", -1)[1]);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
  }
}
