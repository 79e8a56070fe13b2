package io.quorate.bench.raft;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A closed loop: each virtual client has exactly one operation under way and begins the next one in
 * the callback of the last. Client {@code c} owns register {@code reg<c>}.
 */
final class Load {
  /** What the clients do. */
  enum Operation {
    PUT,
    GET,
    CAS
  }

  private static final int MOST_LATENCIES = 1 << 22;

  private final Servers servers;
  private final RegisterClient client;
  private final String[] held;
  private long values;

  Load(Servers servers, RegisterClient client, int registers) {
    this.servers = servers;
    this.client = client;
    this.held = new String[registers];
    Arrays.fill(held, "");
  }

  /** Writes every register once. */
  void fill() throws InterruptedException {
    CountDownLatch left = new CountDownLatch(held.length);
    for (int c = 0; c < held.length; c++) {
      String value = fresh();
      held[c] = value;
      client.put(key(c), value, ok -> left.countDown());
    }
    left.await();
  }

  /** Runs {@code clients} for a while, measures for another, and lets all come to an end. */
  Figures run(Operation operation, int clients, double warmSeconds, double seconds)
      throws InterruptedException, IOException {
    Phase phase = new Phase(operation, clients);
    phase.begin();
    Thread.sleep((long) (warmSeconds * 1000));
    Figures.Cost before = cost(phase);
    long began = System.nanoTime();
    phase.measuring = true;
    Thread.sleep((long) (seconds * 1000));
    phase.measuring = false;
    double lasted = (System.nanoTime() - began) / 1e9;
    Figures.Cost cost = cost(phase).since(before);
    phase.stopping = true;
    phase.ended.await();
    return phase.figures(lasted, cost);
  }

  private Figures.Cost cost(Phase phase) throws InterruptedException, IOException {
    long operations = phase.all.get();
    long cpuNanos =
        servers.processes().stream()
            .mapToLong(process -> process.info().totalCpuDuration().orElseThrow().toNanos())
            .sum();
    return new Figures.Cost(operations, cpuNanos, servers.syncs());
  }

  private static String key(int c) {
    return "reg" + c;
  }

  private synchronized String fresh() {
    return String.format("%016d", ++values);
  }

  private final class Phase {
    private final Operation operation;
    private final int clients;
    private final long[] latencies = new long[MOST_LATENCIES];
    private final AtomicLong all = new AtomicLong();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final CountDownLatch ended;
    private volatile boolean measuring;
    private volatile boolean stopping;

    Phase(Operation operation, int clients) {
      this.operation = operation;
      this.clients = clients;
      this.ended = new CountDownLatch(clients);
    }

    void begin() {
      for (int c = 0; c < clients; c++) {
        next(c);
      }
    }

    private void next(int c) {
      if (stopping) {
        ended.countDown();
        return;
      }
      long began = System.nanoTime();
      switch (operation) {
        case PUT -> {
          String value = fresh();
          client.put(key(c), value, ok -> done(c, began, ok, value));
        }
        case GET -> client.get(key(c), ok -> done(c, began, ok, held[c]));
        case CAS -> {
          String value = fresh();
          client.cas(key(c), held[c], value, ok -> done(c, began, ok, value));
        }
      }
    }

    private void done(int c, long began, boolean ok, String value) {
      all.incrementAndGet();
      if (ok) {
        held[c] = value;
      }
      if (measuring && ok) {
        int at = count.getAndIncrement();
        if (at < latencies.length) {
          latencies[at] = System.nanoTime() - began;
        }
      } else if (measuring) {
        failures.incrementAndGet();
      }
      next(c);
    }

    Figures figures(double seconds, Figures.Cost cost) {
      int kept = Math.min(count.get(), latencies.length);
      long[] sorted = Arrays.copyOf(latencies, kept);
      Arrays.sort(sorted);
      long p50 = kept == 0 ? 0 : sorted[kept / 2];
      long p99 = kept == 0 ? 0 : sorted[(int) (kept * 0.99)];
      return new Figures(count.get(), failures.get(), seconds, p50, p99, cost);
    }
  }
}
