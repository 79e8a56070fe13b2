package io.quorate.raft.shell.main;

import io.quorate.raft.Configuration;
import io.quorate.raft.port.Event;
import io.quorate.raft.port.Trace;
import io.quorate.raft.rules.bugs.Bug;
import io.quorate.raft.server.Limits;
import io.quorate.raft.server.Server;
import io.quorate.raft.server.ServerConfig;
import io.quorate.raft.server.ServerStopped;
import io.quorate.raft.server.Timing;
import io.quorate.raft.shell.Endpoint;
import io.quorate.raft.shell.ServerLog;
import io.quorate.raft.shell.Settings;
import io.quorate.raft.shell.admin.AdminPort;
import io.quorate.raft.shell.admin.Survey;
import io.quorate.raft.shell.disk.DirectoryDisk;
import io.quorate.raft.shell.disk.DirectoryLock;
import io.quorate.raft.shell.disk.TraceFile;
import io.quorate.raft.shell.net.SocketNetwork;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One server with its disk, sockets, timers and trace, from the lock to the last line. */
final class ServerProcess {
  private static final int SHOWN_FRAMES = 8;

  private final Settings settings;
  private final ServerConfig config;
  private final ServerLog log;
  private final LongSupplier nanoClock = System::nanoTime;
  private final LoopTimers timers = new LoopTimers(nanoClock);
  private final Consumer<List<InetSocketAddress>> ready;
  private final EventLoop loop = new EventLoop(timers);

  /**
   * A process that has not begun.
   *
   * @param ready told once it listens and has read its log
   */
  ServerProcess(Settings settings, ServerLog log, Consumer<List<InetSocketAddress>> ready) {
    this.settings = settings;
    this.log = log;
    this.ready = ready;
    List<Bug> bugs = BugCatalogue.named(settings.bugs());
    this.config =
        new ServerConfig(
            settings.id(),
            settings.servers(),
            Configuration.of(settings.voters()),
            new Timing(settings.electionTimeout(), settings.electionSpread(), settings.heartbeat()),
            settings.preVote(),
            settings.lease(),
            Limits.standard(),
            bugs);
  }

  /** Ends {@link #run} once leadership is handed over; from any thread. */
  void stop() {
    loop.post(new Event.Retire());
  }

  /** Serves until told to stop, or until it must; says why in the log. */
  ExitCode run() {
    try {
      return holdingTheDirectory();
    } catch (ServerStopped e) {
      log.say("stopped", "reason", e.getMessage());
      return ExitCode.DISK;
    } catch (IOException e) {
      log.say("stopped", "reason", e.getMessage());
      return ExitCode.UNAVAILABLE;
    } catch (RuntimeException e) {
      log.say("broken", "reason", e, "at", frames(e));
      return ExitCode.BROKEN;
    }
  }

  private ExitCode holdingTheDirectory() throws IOException {
    DirectoryLock held = DirectoryLock.take(settings.data());
    try {
      Path file = settings.trace();
      return file == null ? serve(Trace.NONE, () -> {}) : serveTraced(file);
    } finally {
      held.close();
    }
  }

  private ExitCode serveTraced(Path file) throws IOException {
    try (TraceFile trace =
        TraceFile.open(
            file,
            settings.traceLimitBytes(),
            settings.id(),
            nanoClock,
            reason -> log.say("trace-ended", "reason", reason))) {
      return serve(trace, trace::flush);
    }
  }

  private ExitCode serve(Trace trace, Runnable flushTrace) throws IOException {
    try (DirectoryDisk disk =
            DirectoryDisk.open(settings.data().resolve("raft"), settings.storage(), loop::post);
        SocketNetwork network =
            SocketNetwork.open(settings, log, loop::arrived, disk::isBehind, nanoClock)) {
      Server server =
          new Server(config, disk, network, timers, trace, new SplittableRandom(settings.seed()));
      announce();
      Closeable admin = admin(server, disk, network);
      try {
        server.step(new Event.Started(settings.startedBefore()));
        server.step(new Event.Drained());
        ready.accept(network.bound());
        loop.run(new Sockets(network), event -> step(server, event), flushTrace);
      } finally {
        admin.close();
      }
    }
    log.say("stopped", "reason", "told to");
    return ExitCode.DONE;
  }

  private void step(Server server, Event event) {
    server.step(event);
    if (event instanceof Event.Drained && server.retired()) {
      loop.stop();
    }
  }

  private Closeable admin(Server server, DirectoryDisk disk, SocketNetwork network)
      throws IOException {
    Endpoint at = settings.admin();
    if (at == null) {
      return () -> {};
    }
    AdminPort port = AdminPort.open(at.resolve(), () -> survey(server, disk, network));
    log.say("admin", "listen", port.bound());
    return port;
  }

  private CompletableFuture<Survey> survey(
      Server server, DirectoryDisk disk, SocketNetwork network) {
    CompletableFuture<Survey> survey = new CompletableFuture<>();
    loop.ask(() ->
        survey.complete(
            new Survey(
                server.status(),
                server.sight().isPresent(),
                server.counts(),
                disk.syncTimes(),
                network.refusals(),
                server.matches(),
                server.configuration())));
    return survey;
  }

  private void announce() {
    log.say(
        "starting",
        "cluster",
        settings.cluster(),
        "voters",
        String.join(",", settings.voters()),
        "data",
        settings.data(),
        "tls",
        settings.tls() == null ? "off" : "on",
        "pid",
        ProcessHandle.current().pid(),
        "seed",
        settings.seed());
    for (Bug bug : config.bugs()) {
      log.say("seeded-bug", "id", bug.id(), "name", bug.name(), "symptom", bug.symptom());
    }
  }

  private static String frames(RuntimeException e) {
    return Stream.of(e.getStackTrace())
        .limit(SHOWN_FRAMES)
        .map(StackTraceElement::toString)
        .collect(Collectors.joining(" < "));
  }

  private record Sockets(SocketNetwork network) implements EventLoop.Sockets {
    @Override
    public void poll(long timeoutNanos) throws IOException {
      network.poll(timeoutNanos);
    }

    @Override
    public void flush() {
      network.flush();
    }

    @Override
    public void wakeUp() {
      network.wakeUp();
    }
  }
}
