package io.quorate.runner.doctor;

import io.quorate.cluster.process.OwnMachine;
import io.quorate.cluster.process.Processes;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks at the machine that the toolkit runs on. */
public final class MachineDoctor {
  private static final String HERE = "this machine";
  private static final int OLDEST_JAVA = 21;
  private static final int CONNECT_MILLIS = 2_000;

  /** Ports of a local world of 25 nodes: one a directed link, and three a node. */
  private static final int PORTS = 25 * 24 + 3 * 25;

  private static final long LEAST_BYTES = 1L << 30;
  private static final double GIB = 1L << 30;
  private static final long COARSEST_NANOS = 1_000_000;
  private static final int CLOCK_READINGS = 10_000;

  /** No clock that is right says less: the toolkit is younger. */
  private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

  private MachineDoctor() {}

  /**
   * Looks at everything a run needs of this machine.
   *
   * @param runs where run folders are kept
   */
  public static List<Check> examine(Path runs) {
    return List.of(
        java(), loopback(), ports(), clock(), disk(runs), processes(), fonts(), leftOvers(runs));
  }

  private static Check java() {
    String found = Runtime.version() + " at " + System.getProperty("java.home");
    return Runtime.version().feature() >= OLDEST_JAVA
        ? Check.ok(HERE, "java", found)
        : Check.missing(HERE, "java", found, "install a JDK 21 or newer");
  }

  private static Check loopback() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 1, loopback);
        Socket client = new Socket()) {
      client.connect(new InetSocketAddress(loopback, server.getLocalPort()), CONNECT_MILLIS);
      try (Socket accepted = server.accept()) {
        accepted.getOutputStream().write(1);
        client.setSoTimeout(CONNECT_MILLIS);
        int read = client.getInputStream().read();
        return Check.ok(HERE, "loopback", loopback.getHostAddress() + " carries " + read + " byte");
      }
    } catch (IOException e) {
      return Check.missing(
          HERE, "loopback", "no connection to it: " + e.getMessage(), "bring the interface lo up");
    }
  }

  private static Check ports() {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < PORTS; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return Check.ok(HERE, "ports", "at least " + PORTS + " are free");
    } catch (IOException e) {
      return Check.wanting(
          HERE,
          "ports",
          "only " + held.size() + " could be had at once: " + e.getMessage(),
          "raise the limit of open files: ulimit -n 4096");
    } finally {
      held.forEach(MachineDoctor::close);
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("a listener of our own does not close", e);
    }
  }

  private static Check clock() {
    long finest = Long.MAX_VALUE;
    long last = System.nanoTime();
    for (int i = 0; i < CLOCK_READINGS; i++) {
      long next = System.nanoTime();
      finest = next > last ? Math.min(finest, next - last) : finest;
      last = next;
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String found = "it is " + now + ", monotonic in steps of " + finest + " ns";
    return now.isAfter(EARLIEST) && finest <= COARSEST_NANOS
        ? Check.ok(HERE, "clock", found)
        : Check.wanting(HERE, "clock", found, "set the clock, and use a finer clock source");
  }

  private static Check disk(Path runs) {
    Path folder = existing(runs.toAbsolutePath());
    try {
      double free = Files.getFileStore(folder).getUsableSpace();
      String found = String.format(Locale.ROOT, "%.1f GiB free at %s", free / GIB, folder);
      if (!Files.isWritable(folder)) {
        return Check.missing(HERE, "disk", folder + " cannot be written", "or give --out DIR");
      }
      return free >= LEAST_BYTES
          ? Check.ok(HERE, "disk", found)
          : Check.wanting(HERE, "disk", found, "free at least 1 GiB, or give --out DIR");
    } catch (IOException e) {
      return Check.missing(HERE, "disk", folder + ": " + e.getMessage(), "give --out DIR");
    }
  }

  private static Path existing(Path path) {
    Path parent = path.getParent();
    return Files.isDirectory(path) || parent == null ? path : existing(parent);
  }

  private static Check processes() {
    long pid = ProcessHandle.current().pid();
    String remedy = "mount /proc, or install ps (Debian, Ubuntu: apt-get install procps)";
    try {
      return new Processes(new OwnMachine(HERE))
          .identify(pid)
          .map(self -> Check.ok(HERE, "processes", "told by pid and start: " + self))
          .orElseGet(() ->
              Check.missing(HERE, "processes", "neither /proc nor ps knows pid " + pid, remedy));
    } catch (RuntimeException e) {
      return Check.missing(HERE, "processes", String.valueOf(e.getMessage()), remedy);
    }
  }

  /** On a Java without fontconfig the toolkit's classes fail to load, each time in its own way. */
  private static Check fonts() {
    String remedy = "Debian, Ubuntu: apt-get install fontconfig fonts-dejavu-core";
    try {
      int families =
          GraphicsEnvironment.getLocalGraphicsEnvironment()
              .getAvailableFontFamilyNames(Locale.ROOT)
              .length;
      return families > 0
          ? Check.ok(HERE, "fonts", families + " families for the charts")
          : Check.wanting(HERE, "fonts", "none, so no charts", remedy);
    } catch (RuntimeException | LinkageError | InternalError e) {
      return Check.wanting(HERE, "fonts", "none, so no charts: " + e.getMessage(), remedy);
    }
  }

  private static Check leftOvers(Path runs) {
    List<Path> ledgers = LeftOvers.below(runs);
    return ledgers.isEmpty()
        ? Check.ok(HERE, "left-overs", "no run left anything behind")
        : Check.wanting(
            HERE,
            "left-overs",
            ledgers.size() + " runs did not undo all they did, the first " + ledgers.getFirst(),
            "run ./quorate doctor --heal");
  }
}
