package io.quorate.raft.shell.main;

import io.quorate.raft.protocol.SeededBug;
import io.quorate.raft.shell.ServerLog;
import io.quorate.raft.shell.Settings;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The Raft register server as a process. Prints one line {@code ready node=n1 listen=127.0.0.1:4001
 * pid=...} on the standard output once it listens; all else goes to the log on the standard error.
 * Exit codes in {@link ExitCode}.
 */
public final class Main {
  /** Time for an orderly stop after a SIGTERM. */
  private static final long STOP_LIMIT_SECONDS = 3;

  private Main() {}

  /** Runs one server until it is told to stop. */
  public static void main(String[] args) {
    List<String> arguments = List.of(args);
    if (arguments.contains("--help")) {
      System.out.print(Flags.USAGE);
    } else if (arguments.contains("--list-bugs")) {
      listBugs();
    } else {
      System.exit(run(arguments).number);
    }
  }

  private static void listBugs() {
    for (SeededBug bug : SeededBug.all()) {
      System.out.println(String.join("\t", bug.id(), bug.name(), bug.symptom(), bug.source()));
    }
  }

  private static ExitCode run(List<String> arguments) {
    try {
      long freshSeed = System.nanoTime() ^ (ProcessHandle.current().pid() << 40);
      Settings settings = Flags.read(arguments, freshSeed);
      return run(settings, new ServerLog(settings.id(), System.err));
    } catch (UsageException | IllegalArgumentException e) {
      System.err.println("raft-server: " + e.getMessage() + " (--help tells more)");
      return ExitCode.USAGE;
    }
  }

  private static ExitCode run(Settings settings, ServerLog log) {
    ServerProcess process =
        new ServerProcess(
            settings,
            log,
            at -> {
              System.out.println(
                  "ready node="
                      + settings.id()
                      + " listen="
                      + at.getAddress().getHostAddress()
                      + ":"
                      + at.getPort()
                      + " pid="
                      + ProcessHandle.current().pid());
              System.out.flush();
            });
    CountDownLatch over = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(process, over), "stop"));
    try {
      return process.run();
    } finally {
      over.countDown();
    }
  }

  private static void stopAndWait(ServerProcess process, CountDownLatch over) {
    process.stop();
    try {
      if (!over.await(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("raft-server: no orderly stop in " + STOP_LIMIT_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
