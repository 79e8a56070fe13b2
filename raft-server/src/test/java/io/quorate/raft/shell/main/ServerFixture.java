package io.quorate.raft.shell.main;

import io.quorate.raft.protocol.ClientRequest;
import io.quorate.raft.protocol.ClientResponse;
import io.quorate.raft.protocol.FrameReader;
import io.quorate.raft.protocol.Hello;
import io.quorate.raft.protocol.HelloFrames;
import io.quorate.raft.protocol.RequestFrames;
import io.quorate.raft.protocol.ResponseFrames;
import io.quorate.raft.protocol.Secret;
import io.quorate.raft.protocol.SecretFrames;
import io.quorate.raft.protocol.Wire;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Real server processes on loopback ports, and blocking clients of them. */
final class ServerFixture implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final Map<String, Integer> ports = new TreeMap<>();
  private final Map<String, Process> running = new TreeMap<>();
  private final SocketFactory sockets;
  private long nextId = 1;

  ServerFixture(Path directory, int nodes) throws IOException {
    this(directory, nodes, SocketFactory.getDefault());
  }

  /** The same with clients over other sockets. */
  ServerFixture(Path directory, int nodes, SocketFactory sockets) throws IOException {
    this.directory = directory;
    this.sockets = sockets;
    List<ServerSocket> reserved = new ArrayList<>();
    for (int i = 1; i <= nodes; i++) {
      ServerSocket socket = new ServerSocket(0);
      reserved.add(socket);
      ports.put("n" + i, socket.getLocalPort());
    }
    for (ServerSocket socket : reserved) {
      socket.close();
    }
  }

  List<String> nodes() {
    return List.copyOf(ports.keySet());
  }

  Path directory() {
    return directory;
  }

  /** Starts a node and returns its ready line. */
  String start(String node, String... more) throws IOException {
    Process process = launch(flags(node, more), directory.resolve(node + ".log"));
    running.put(node, process);
    String ready = firstLine(process);
    if (ready == null) {
      throw new IOException(
          node + " did not start: " + Files.readString(directory.resolve(node + ".log")));
    }
    return ready;
  }

  /** SIGKILL, and wait until the process is gone. */
  void kill(String node) throws InterruptedException {
    Process process = running.get(node);
    if (process == null) {
      throw new IllegalStateException(node + " is not running");
    }
    process.destroyForcibly().waitFor();
    running.remove(node);
  }

  /** SIGTERM; returns the exit code once the process is gone. */
  int terminate(String node) throws InterruptedException {
    Process process = running.remove(node);
    if (process == null) {
      throw new IllegalStateException(node + " is not running");
    }
    process.destroy();
    return process.waitFor();
  }

  List<String> flags(String node, String... more) {
    List<String> peers = new ArrayList<>();
    ports.forEach((peer, port) -> peers.add(peer + "=127.0.0.1:" + port));
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--id",
                node,
                "--cluster",
                "fixture",
                "--listen",
                "127.0.0.1:" + ports.get(node),
                "--peers",
                String.join(",", peers),
                "--data",
                directory.resolve(node).toString()));
    flags.addAll(Arrays.asList(more));
    return flags;
  }

  /** Runs a server to its end and returns its exit code and what it wrote to the standard error. */
  Ended runToEnd(List<String> flags) throws IOException, InterruptedException {
    Path log = directory.resolve("ended.log");
    Process process = launch(flags, log);
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Ended(process.waitFor(), Files.readString(log));
  }

  record Ended(int exitCode, String log) {}

  /** Asks once; null when the connection fails or no answer comes in time. */
  @Nullable ClientResponse ask(String node, ClientRequest request) {
    return ask(sockets, node, request);
  }

  /** The same as another client. */
  @Nullable ClientResponse ask(SocketFactory sockets, String node, ClientRequest request) {
    try (Socket socket = sockets.createSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port(node)), 1000);
      socket.setSoTimeout(2000);
      socket.getOutputStream().write(HelloFrames.encode(Hello.client("fixture", "c1")));
      socket.getOutputStream().write(RequestFrames.encode(request));
      return answer(socket.getInputStream());
    } catch (IOException e) {
      return null;
    }
  }

  /** Asks once where there is a secret; null for a client that knows none. */
  @Nullable ClientResponse greeted(String node, @Nullable String secret, ClientRequest request) {
    try (Socket socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port(node))) {
      socket.setSoTimeout(5000);
      byte[] hello = HelloFrames.encode(Hello.client("fixture", "c1"));
      Iterator<byte[]> frames = frames(socket.getInputStream());
      byte[] challenge = SecretFrames.challengeOf(frames.next());
      socket.getOutputStream().write(hello);
      if (secret != null) {
        Secret known = new Secret(secret.getBytes(StandardCharsets.UTF_8));
        byte[] nonce = new byte[Secret.NONCE_BYTES];
        socket.getOutputStream().write(SecretFrames.proof(known, challenge, nonce, hello));
        socket.getOutputStream().write(RequestFrames.encode(request));
        byte[] first = frames.next();
        if (!SecretFrames.isWelcome(first)) {
          return ResponseFrames.decode(first);
        }
        SecretFrames.judge(known, challenge, nonce, hello, first);
      } else {
        socket.getOutputStream().write(RequestFrames.encode(request));
      }
      return ResponseFrames.decode(frames.next());
    } catch (IOException | UncheckedIOException e) {
      return null;
    }
  }

  /** The frames that come, one after the other; UncheckedIOException when no more do. */
  private static Iterator<byte[]> frames(InputStream in) {
    FrameReader reader = new FrameReader(Wire.CLIENT_FRAME_LIMIT);
    return Stream.generate(
            () -> {
              try {
                byte[] chunk = new byte[4096];
                byte[] frame = reader.next();
                while (frame == null) {
                  int n = in.read(chunk);
                  if (n < 0) {
                    throw new EOFException("closed");
                  }
                  reader.feed(ByteBuffer.wrap(chunk, 0, n));
                  frame = reader.next();
                }
                return frame;
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .iterator();
  }

  /** Asks one node after another, again and again, until one accepts; reads and writes alike. */
  ClientResponse untilDone(ClientRequest request) {
    return untilDone(node -> ask(node, request));
  }

  /** The same with another way of asking. */
  ClientResponse untilDone(Function<String, @Nullable ClientResponse> asking) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    ClientResponse last = null;
    while (System.nanoTime() - deadline < 0) {
      for (String node : running.keySet()) {
        last = asking.apply(node);
        if (last instanceof ClientResponse.Ok
            || last instanceof ClientResponse.No
            || last instanceof ClientResponse.Value) {
          return last;
        }
      }
    }
    throw new AssertionError("never done, last answer " + last);
  }

  /** Waits until a node says that it leads, and returns its name. */
  String leader() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() - deadline < 0) {
      for (String node : running.keySet()) {
        if (ask(node, new ClientRequest.Status(nextId++)) instanceof ClientResponse.Status s
            && s.role() == io.quorate.raft.Role.LEADER) {
          return node;
        }
      }
    }
    throw new AssertionError("no leader");
  }

  @Override
  public void close() throws IOException {
    running.values().forEach(Process::destroyForcibly);
    for (Process process : running.values()) {
      process.onExit().join();
    }
  }

  static @Nullable ClientResponse answer(InputStream in) throws IOException {
    FrameReader frames = new FrameReader(Wire.CLIENT_FRAME_LIMIT);
    byte[] chunk = new byte[4096];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      frames.feed(ByteBuffer.wrap(chunk, 0, n));
      byte[] frame = frames.next();
      if (frame != null) {
        return ResponseFrames.decode(frame);
      }
    }
    return null;
  }

  private int port(String node) {
    Integer port = ports.get(node);
    if (port == null) {
      throw new IllegalArgumentException("no node is called " + node);
    }
    return port;
  }

  private static Process launch(List<String> flags, Path log) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                "target/classes",
                "io.quorate.raft.shell.main.Main"));
    command.addAll(flags);
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static @Nullable String firstLine(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return out.readLine();
  }
}
