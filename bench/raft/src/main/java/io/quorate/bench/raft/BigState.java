package io.quorate.bench.raft;

import io.quorate.raft.Command;
import io.quorate.raft.machine.StateLimits;
import io.quorate.raft.protocol.ClientResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A million registers and as many sessions as there may be, full of answers: how long writes wait
 * while snapshots of them are taken, and how long a restart takes.
 *
 * <p>Arguments: the server's jar, a folder for data, how many registers, how many writes on top.
 */
public final class BigState {
  private static final int UNDER_WAY = 64;

  /** So few that their updates are no more than a server takes on one connection. */
  private static final int SESSIONS_AT_ONCE = 12;

  private static final int SESSIONS = StateLimits.STANDARD.maxSessions();
  private static final int ANSWERS = StateLimits.STANDARD.maxAnswers();

  /** When each write ended and how long it took: no objects, whose collection would count. */
  private record Latencies(long[] ended, long[] nanos) {
    Latencies(int writes) {
      this(new long[writes], new long[writes]);
    }
  }

  private final QuorateServers servers;
  private final Path folder;
  private long values;

  private BigState(QuorateServers servers, Path folder) {
    this.servers = servers;
    this.folder = folder;
  }

  /** Prints the figures. */
  public static void main(String[] args) throws Exception {
    Path data = Files.createTempDirectory(Path.of(args[1]), "raft-big-state");
    Path folder = data.resolve("quorate");
    // One collecting thread, and safepoints in long loops: this many objects, few cores.
    List<String> jvm =
        List.of(
            ("-XX:+UseParallelGC -XX:ParallelGCThreads=1 -XX:+UseCountedLoopSafepoints"
                    + " -XX:LoopStripMiningIter=1000 -Xms2g -Xmx2g -Xmn24m")
                .split(" "));
    try (QuorateServers servers = new QuorateServers(folder, Place.LOOPBACK, Path.of(args[0]), jvm)) {
      new BigState(servers, folder).run(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    } finally {
      RaftVsEtcd.remove(data);
    }
    System.exit(0);
  }

  private void run(int registers, int more) throws IOException, InterruptedException {
    int leader = servers.leader();
    try (QuorateClient client = servers.client(leader)) {
      write(client, registers, registers);
      fillSessions(client);
      List<Long> snapshots = new ArrayList<>();
      Thread watch = new Thread(() -> watch(leader, snapshots), "watch");
      watch.setDaemon(true);
      watch.start();
      Latencies latencies = write(client, more, registers);
      watch.interrupt();
      watch.join();
      tell(registers, latencies, snapshots);
    }
    for (int node = 0; node < Servers.NODES; node++) {
      servers.kill(node);
    }
    long began = System.nanoTime();
    for (int node = 0; node < Servers.NODES; node++) {
      servers.start(node);
    }
    int next = servers.leader();
    try (RegisterClient client = servers.client(next)) {
      CountDownLatch read = new CountDownLatch(1);
      client.get("reg1", ok -> read.countDown());
      read.await();
    }
    System.out.printf(
        Locale.ROOT,
        "all three restarted with %d registers: first read after %.2f s%n",
        registers,
        (System.nanoTime() - began) / 1e9);
  }

  /** A session after the other, all its updates at once. */
  private static void fillSessions(QuorateClient client) throws InterruptedException {
    Semaphore room = new Semaphore(SESSIONS_AT_ONCE);
    AtomicInteger answers = new AtomicInteger();
    for (int i = 0; i < SESSIONS; i++) {
      room.acquire();
      client.execute(new Command.OpenSession(), opened -> {
        if (opened instanceof ClientResponse.Opened session) {
          fill(client, session.session(), answers, room);
        } else {
          room.release();
        }
      });
    }
    room.acquire(SESSIONS_AT_ONCE);
    System.out.printf("%d sessions, %d answers%n", SESSIONS, answers.get());
  }

  private static void fill(
      QuorateClient client, long session, AtomicInteger answers, Semaphore room) {
    AtomicInteger left = new AtomicInteger(ANSWERS);
    for (int sequence = 1; sequence <= ANSWERS; sequence++) {
      Command.Update add = new Command.Add("counter" + session, 1);
      client.execute(new Command.InSession(session, sequence, 1, add), answer -> {
        answers.addAndGet(answer instanceof ClientResponse.Value ? 1 : 0);
        if (left.decrementAndGet() == 0) {
          room.release();
        }
      });
    }
  }

  private Latencies write(RegisterClient client, int count, int registers)
      throws InterruptedException {
    Latencies latencies = new Latencies(count);
    Semaphore room = new Semaphore(UNDER_WAY);
    for (int i = 0; i < count; i++) {
      room.acquire();
      int write = i;
      long began = System.nanoTime();
      client.put(
          "reg" + i % registers,
          String.format(Locale.ROOT, "%016d", ++values),
          ok -> {
            long now = System.nanoTime();
            latencies.ended()[write] = now;
            latencies.nanos()[write] = now - began;
            room.release();
          });
    }
    room.acquire(UNDER_WAY);
    return latencies;
  }

  /** Notes when another snapshot stands in the leader's directory. */
  private void watch(int leader, List<Long> snapshots) {
    String last = "";
    try {
      while (!Thread.currentThread().isInterrupted()) {
        String now = newest(folder.resolve("n" + leader).resolve("raft"));
        if (!now.equals(last)) {
          last = now;
          snapshots.add(System.nanoTime());
        }
        Thread.sleep(5);
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  private static String newest(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("snapshot-"))
          .max(String::compareTo)
          .orElse("");
    } catch (IOException gone) {
      return "";
    }
  }

  private static void tell(int registers, Latencies latencies, List<Long> snapshots) {
    long[] ended = latencies.ended();
    long[] nanos = latencies.nanos();
    long[] near =
        IntStream.range(0, ended.length)
            .filter(write -> snapshots.stream().anyMatch(at -> isNear(ended[write], at)))
            .mapToLong(write -> nanos[write])
            .toArray();
    System.out.printf(
        "%d registers, %d snapshots during %d writes%n", registers, snapshots.size(), ended.length);
    print("all writes", nanos);
    print("in the 3 s before a snapshot was there", near);
  }

  private static boolean isNear(long ended, long snapshot) {
    return ended > snapshot - 3_000_000_000L && ended < snapshot + 200_000_000;
  }

  private static void print(String what, long[] nanos) {
    if (nanos.length == 0) {
      System.out.println(what + ": none");
      return;
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-40s p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.1f ms%n",
        what,
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) (sorted.length * 0.99)] / 1e6,
        sorted[(int) (sorted.length * 0.999)] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }
}
