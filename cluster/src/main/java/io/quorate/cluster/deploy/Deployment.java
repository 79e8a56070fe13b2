package io.quorate.cluster.deploy;

import io.quorate.cluster.Remote;
import io.quorate.cluster.Site;
import io.quorate.cluster.ToTheEnd;
import io.quorate.cluster.World;
import io.quorate.cluster.ledger.Ledger;
import io.quorate.cluster.process.Daemon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A {@link Database} on the nodes of a {@link World}. Nodes are dealt with all at once. */
public final class Deployment implements AutoCloseable {
  /** How long a process may take to end when asked, before it is killed. */
  public static final Duration GRACE = Duration.ofSeconds(3);

  /** The most that is fetched of one log: of a longer one the end. */
  public static final long LOG_LIMIT = 256L * 1024 * 1024;

  private final World world;
  private final Database database;
  private final SortedMap<String, Daemon> daemons = new TreeMap<>();

  /** A deployment of {@code database} on {@code world}, of which nothing is done yet. */
  public Deployment(World world, Database database, Ledger ledger) {
    this.world = world;
    this.database = database;
    for (Site site : world.sites()) {
      daemons.put(site.node(), new Daemon(site.remote(), database.daemon(site), ledger));
    }
  }

  /** Installs the system on every node. */
  public void install() {
    onEvery(database::install);
  }

  /** Starts the process of every node; they are there when this returns, ready or not. */
  public void start() {
    onEvery(site -> start(site.node()));
  }

  /** Starts the process of {@code node}. */
  public void start(String node) {
    daemon(node).start();
  }

  /** The process of each node, by its name. */
  public SortedMap<String, Daemon> daemons() {
    return new TreeMap<>(daemons);
  }

  /** Fetches the logs of every node into {@code directory/NODE/}, even where some nodes fail. */
  public void collectLogs(Path directory) {
    onEvery(site -> collect(site, directory.resolve(site.node())));
  }

  private void collect(Site site, Path into) {
    try {
      Files.createDirectories(into);
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for the logs of " + site.node(), e);
    }
    Remote remote = site.remote();
    List<Runnable> steps = new ArrayList<>();
    for (String log : database.logs(site)) {
      steps.add(() -> {
        if (remote.exec("test", "-f", log).ok()) {
          remote.download(log, into.resolve(Path.of(log).getFileName()), LOG_LIMIT);
        }
      });
    }
    ToTheEnd.run(steps);
  }

  /** Stops every process, paused ones too, to the last. Idempotent. */
  @Override
  public void close() {
    onEvery(site -> daemon(site.node()).stop(GRACE));
  }

  private Daemon daemon(String node) {
    Daemon daemon = daemons.get(node);
    if (daemon == null) {
      throw new IllegalArgumentException("no node " + node + "; there are " + daemons.keySet());
    }
    return daemon;
  }

  private void onEvery(Consumer<Site> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Runnable> joins = new ArrayList<>();
      for (Site site : world.sites()) {
        CompletableFuture<Void> done = CompletableFuture.runAsync(() -> work.accept(site), threads);
        joins.add(() -> join(done));
      }
      ToTheEnd.run(joins);
    }
  }

  private static void join(CompletableFuture<Void> done) {
    try {
      done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException own ? own : e;
    }
  }
}
